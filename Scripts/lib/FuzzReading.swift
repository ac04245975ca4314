import Foundation

/// Reads pages that were changed at random with the release binary, batch after batch.
@main
struct FuzzReading {
  /// How many pages one run of the binary reads.
  static let batch = 40
  /// The seconds that a run may take.
  static let patience = 60.0

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 4, let seconds = Double(arguments[2]), let seed = UInt64(arguments[3])
    else {
      print("usage: fuzz-reading BINARY SECONDS SEED FOLDER…")
      exit(64)
    }
    let pages = try arguments[4...].flatMap(files).map { [UInt8](try Data(contentsOf: $0)) }
    let run = FuzzRun(binary: arguments[1], pages: pages)
    let end = Date().addingTimeInterval(seconds)
    var figures = Figures()
    var next = seed
    while Date() < end {
      try run.readBatch(seed: next, &figures)
      next += 1
    }
    print("seeds \(seed) to \(next - 1): \(figures)")
    exit(figures.faults == 0 ? 0 : 1)
  }

  private static func files(in folder: String) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { ["html", "htm", "txt", "pdf"].contains(($0 as NSString).pathExtension) }
      .map { URL(fileURLWithPath: folder).appending(path: $0) }
  }
}

/// What came of all batches.
struct Figures: CustomStringConvertible {
  var pages = 0
  var records = 0
  var unreadable = 0
  var quotes = 0
  var withoutPlace = 0
  var slowest = 0.0
  var faults = 0

  var description: String {
    "\(pages) pages, \(records) records, \(unreadable) pages not readable, "
      + "\(withoutPlace) of \(quotes) quotations without a place, "
      + "slowest batch \((slowest * 10).rounded() / 10) s, \(faults) faults"
  }
}

/// Makes batches and runs the binary over them.
struct FuzzRun {
  let binary: String
  let pages: [[UInt8]]

  /// Makes the batch of a seed, reads it, and says what went wrong.
  func readBatch(seed: UInt64, _ figures: inout Figures) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(seed)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var random = Random(state: seed)
    for number in 0..<FuzzReading.batch {
      let page = PageChanger(pages: pages).changed(&random)
      try Data(page).write(to: folder.appending(path: "\(number).html"))
    }
    let begin = Date()
    let fault = try read(folder, &figures)
    figures.pages += FuzzReading.batch
    figures.slowest = max(figures.slowest, Date().timeIntervalSince(begin))
    guard let fault else { return try FileManager.default.removeItem(at: folder) }
    figures.faults += 1
    print("seed \(seed): \(fault); the pages are in \(folder.path)")
  }

  private func read(_ folder: URL, _ figures: inout Figures) throws -> String? {
    let output = folder.path + ".out"
    guard FileManager.default.createFile(atPath: output, contents: nil) else {
      return "\(output) cannot be written"
    }
    defer { try? FileManager.default.removeItem(atPath: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = ["extract", "--format", "json", folder.path]
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let end = Date().addingTimeInterval(FuzzReading.patience)
    while process.isRunning, Date() < end { usleep(5_000) }
    if process.isRunning {
      process.terminate()
      process.waitUntilExit()
      return "no answer after \(FuzzReading.patience) s"
    }
    guard process.terminationReason == .exit, process.terminationStatus <= 1 else {
      return "ended with \(process.terminationStatus)"
    }
    return fault(inAnswer: try Data(contentsOf: URL(fileURLWithPath: output)), &figures)
  }

  /// What is wrong with an answer: it has a line for each page, and every quotation has a sound place.
  private func fault(inAnswer answer: Data, _ figures: inout Figures) -> String? {
    let lines = answer.split(separator: 10)
    guard lines.count == FuzzReading.batch else { return "\(lines.count) lines of answer" }
    for line in lines {
      guard let page = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
        let records = page["records"] as? [[String: Any]]
      else { return "a line that is no JSON" }
      if page["problem"] != nil { figures.unreadable += 1 }
      figures.records += records.count
      for evidence in records.flatMap(Self.evidence) {
        figures.quotes += 1
        guard let start = evidence["start"] as? Int, let end = evidence["end"] as? Int else {
          figures.withoutPlace += 1
          continue
        }
        guard 0 <= start, start < end else { return "a quotation at \(start)..<\(end)" }
      }
    }
    return nil
  }

  private static func evidence(of record: [String: Any]) -> [[String: Any]] {
    let facts = record["facts"] as? [String: [String: Any]] ?? [:]
    return facts.values.flatMap { $0["evidence"] as? [[String: Any]] ?? [] }
  }
}

/// Changes pages at random.
struct PageChanger {
  let pages: [[UInt8]]

  /// The most bytes that a page grows to.
  static let longest = 400_000

  /// Bits that readers stumble over.
  static let snares: [[UInt8]] =
    [
      "<table>", "</table>", "<td rowspan=65534 colspan=1000>", "<tr><th>", "<dl><dt>", "<!--",
      "-->", "<del>", "</del>", "<s>", "<ruby>", "<rt>", "<ul><li>", "</div>", "<script>", "<pre>",
      "<img alt='", "<img alt=\"月額3万円\">", "&#x110000;", "&#0;", "&yen", "&nbsp;", "<![CDATA[",
      "<?xml", "charset=", "令和99999年13月45日(木)", "99999999999999999999円", "月額", "年額", "～",
      "12月32日", "0月0日", "第1回", "※1", "（", "）", "『", "\r\n", "\u{3000}", "\u{200B}", "\u{FEFF}",
      "が\u{3099}", "㈱①⑳㋿", "1,2,3,4,5,6,7,8,9,0", "TEL", "@", "mailto:", "%PDF-1.4",
    ].map { Array($0.utf8) } + [
      [0], [0xFF, 0xFE], [0x1B, 0x24, 0x42], [0x1B, 0x28, 0x42], [0x8E, 0xA1], [0xE3, 0x81],
      [0xF0, 0x9F], [0xED, 0xA0, 0x80],
    ]

  /// A page with one to eight changes.
  func changed(_ random: inout Random) -> [UInt8] {
    var page = pages[random.below(pages.count)]
    for _ in 0...random.below(8) { change(&page, &random) }
    return Array(page.prefix(Self.longest))
  }

  private func change(_ page: inout [UInt8], _ random: inout Random) {
    let place = random.below(page.count + 1)
    let snare = Self.snares[random.below(Self.snares.count)]
    switch random.below(9) {
    case 0: for _ in 0...random.below(20) { flip(&page, &random) }
    case 1: page.removeSubrange(stretch(of: page, at: place, &random))
    case 2: page.insert(contentsOf: page[stretch(of: page, at: place, &random)], at: place)
    case 3: page.insert(contentsOf: snare, at: place)
    case 4: page.insert(contentsOf: repeated(snare, random.below(3_000)), at: place)
    case 5: page.removeSubrange(place...)
    case 6:
      let other = pages[random.below(pages.count)]
      let from = random.below(other.count + 1)
      page.insert(contentsOf: other[stretch(of: other, at: from, &random)], at: place)
    case 7:
      let part = Array(page[stretch(of: page, at: place, &random)].prefix(2_000))
      page.insert(contentsOf: repeated(part, random.below(60)), at: place)
    default:
      for _ in 0...random.below(30) {
        page.insert(contentsOf: snare, at: random.below(page.count + 1))
      }
    }
  }

  private func flip(_ page: inout [UInt8], _ random: inout Random) {
    guard !page.isEmpty else { return }
    page[random.below(page.count)] = UInt8(random.below(256))
  }

  private func stretch(of page: [UInt8], at place: Int, _ random: inout Random) -> Range<Int> {
    place..<min(page.count, place + random.below(8_000))
  }

  private func repeated(_ part: [UInt8], _ times: Int) -> [UInt8] {
    (0..<times).flatMap { _ in part }
  }
}

/// Numbers that look random and are the same for the same seed.
struct Random {
  var state: UInt64

  /// A number from 0 up to, not including, a bound.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var number = state
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((number ^ (number >> 31)) % UInt64(max(bound, 1)))
  }
}
