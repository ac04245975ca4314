import ArgumentParser
import Foundation
import SearchIndex

/// Asks queries of an index and says how long each took.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Asks the queries of a table.")

  @Argument(help: "Where the index is.") var directory: String
  @Argument(help: "The queries.") var queries: String
  @Option(help: "How many records are wanted.") var k = 10
  @Option(name: .customLong("repeat"), help: "The most rounds.") var rounds = 10
  @Option(help: "How words are joined: and, or.") var mode = "and"
  @Flag(help: "Count all records that are found.") var count = false
  @Option(help: "Stop after the round in which so many seconds are over.") var budget = 60.0
  @Option(help: "Where it is written what was found.") var hits: String?
  @Option(help: "Where it is written how long each query took, in microseconds.")
  var times: String?

  /// A word that no record has.
  private static let never = "ヷヸヹヷヸヹ"

  func run() throws {
    let asked = try BenchQuery.all(at: queries)
    let clock = ContinuousClock()
    let opening = clock.now
    let engine = try BenchEngine(path: directory + "/data/programs.idx")
    let openSeconds = (clock.now - opening).seconds
    let joining = mode == "or" ? TextQuestion.Joining.any : .all
    let hitsFile = hits ?? directory + "/hits-\(mode).jsonl"
    try warmUp(engine, asked, joining, hitsFile)
    var times = [[Int]](repeating: [], count: asked.count)
    let started = clock.now
    var done = 0
    while done < rounds, done == 0 || (clock.now - started).seconds < budget {
      for (place, query) in asked.enumerated() {
        times[place].append(
          timed(clock) { _ = engine.search(query, joining: joining, limit: k, counts: count) })
      }
      done += 1
    }
    if let file = self.times { try write(times, of: asked, to: file) }
    let nothing = BenchQuery(
      id: "none", group: "none", words: [(Self.never, .word)], filter: BenchFilter())
    let floor = (0..<200).map { _ in
      timed(clock) { _ = engine.search(nothing, joining: joining, limit: k, counts: count) }
    }
    let report = SearchReport(
      try JSONDecoder().decode(
        BuildReport.self, from: Data(contentsOf: URL(fileURLWithPath: directory + "/meta.json"))),
      mode: mode, k: k, exactCount: count, openSeconds: openSeconds, rounds: done,
      floor: Percentiles([floor]).all.p50, groups: asked.map(\.group), times: times,
      hitsFile: URL(fileURLWithPath: hitsFile).path)
    print(try report.line())
  }

  private func timed(_ clock: ContinuousClock, _ body: () -> Void) -> Int {
    let start = clock.now
    body()
    let length = (clock.now - start).components
    return Int(length.seconds) * 1_000_000_000 + Int(length.attoseconds / 1_000_000_000)
  }

  /// The least of each query's times, which a busy machine changes least.
  private func write(_ times: [[Int]], of asked: [BenchQuery], to file: String) throws {
    let lines = zip(asked, times).map { query, times in
      "\(query.id)\t\(query.group)\t\((times.min() ?? 0) / 1000)\n"
    }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: file))
  }

  /// One round untimed, which writes what was found.
  private func warmUp(
    _ engine: BenchEngine, _ asked: [BenchQuery], _ joining: TextQuestion.Joining, _ file: String
  ) throws {
    struct Hits: Encodable {
      let id: String
      let total: Int
      let ids: [String]
    }
    var lines = ""
    for query in asked {
      let counted = engine.search(query, joining: joining, limit: k, counts: true)
      lines += try Hits(id: query.id, total: counted.total ?? 0, ids: counted.ids).line() + "\n"
    }
    try Data(lines.utf8).write(to: URL(fileURLWithPath: file))
  }
}

/// What searching gives, with what building gave.
struct SearchReport: Encodable {
  private let build: BuildReport
  private let mode: String
  private let k: Int
  private let exactCount: Bool
  private let openSeconds: Double
  private let rounds: Int
  private let floor: Double
  private let hitsFile: String
  private let classes: [String: Percentiles]
  private let overall: Percentiles
  private let core: Percentiles

  /// The classes by which engines mean different things.
  private static let outsideCore: Set<String> = ["prefix", "typo"]

  enum CodingKeys: String, CodingKey {
    case indexPeak = "index_peak_rss_kb"
    case mode
    case k
    case exactCount = "exact_count"
    case openSeconds = "open_seconds"
    case rounds = "repeat"
    case skipped
    case floor = "floor_us"
    case peak = "peak_rss_kb"
    case anonymous = "anon_rss_kb"
    case hitsFile = "hits_file"
    case classes
    case overall
    case core
    case p50 = "p50_us"
    case p95 = "p95_us"
    case p99 = "p99_us"
    case qps
  }

  init(
    _ build: BuildReport, mode: String, k: Int, exactCount: Bool, openSeconds: Double, rounds: Int,
    floor: Double, groups: [String], times: [[Int]], hitsFile: String
  ) {
    self.build = build
    self.mode = mode
    self.k = k
    self.exactCount = exactCount
    self.openSeconds = openSeconds
    self.rounds = rounds
    self.floor = floor
    self.hitsFile = hitsFile
    func percentiles(_ isChosen: (String) -> Bool) -> Percentiles {
      Percentiles(zip(groups, times).filter { isChosen($0.0) }.map(\.1))
    }
    classes = Dictionary(
      uniqueKeysWithValues: Set(groups).map { group in (group, percentiles { $0 == group }) })
    overall = percentiles { _ in true }
    core = percentiles { !Self.outsideCore.contains($0) }
  }

  func encode(to encoder: any Encoder) throws {
    try build.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(build.peakRSS, forKey: .indexPeak)
    try container.encode(mode, forKey: .mode)
    try container.encode(k, forKey: .k)
    try container.encode(exactCount, forKey: .exactCount)
    try container.encode(openSeconds, forKey: .openSeconds)
    try container.encode(rounds, forKey: .rounds)
    try container.encode(0, forKey: .skipped)
    try container.encode(floor, forKey: .floor)
    try container.encode(Measures.status("VmHWM"), forKey: .peak)
    try container.encode(Measures.status("RssAnon"), forKey: .anonymous)
    try container.encode(hitsFile, forKey: .hitsFile)
    try container.encode(classes, forKey: .classes)
    try container.encode(overall, forKey: .overall)
    try container.encode(core, forKey: .core)
    try container.encode(overall.all.p50, forKey: .p50)
    try container.encode(overall.all.p95, forKey: .p95)
    try container.encode(overall.all.p99, forKey: .p99)
    try container.encode(overall.qps, forKey: .qps)
  }
}
