import Foundation
import PageArchive

/// What the reading of the corpus must not fall below; the file `floors.json` beside the pages.
struct Floors: Codable, Hashable, Sendable {
  /// The least precision and recall of a field.
  struct Floor: Codable, Hashable, Sendable {
    let precision: Double
    let recall: Double
  }

  /// The SHA-256 over all pages and labels, by which a change of the corpus is noticed.
  let digest: String
  /// The least F1 over all fields but the lists.
  let f1: Double
  /// The most harmful errors.
  let harmful: Int
  /// The most quotations that do not stand in their page.
  let falseQuotes: Int
  /// The least precision and recall of the kinds of records.
  let kinds: Floor
  /// The least precision and recall by field.
  let fields: [String: Floor]

  /// The floors that a score just reaches.
  init(reachedBy score: CorpusScore, digest: String) {
    self.digest = digest
    f1 = Self.roundedDown(score.total.f1)
    harmful = score.harms.count
    falseQuotes = score.falseQuotes.count
    kinds = Self.floor(score.kinds)
    fields = Dictionary(
      uniqueKeysWithValues: score.tallies.map { ($0.key.rawValue, Self.floor($0.value)) })
  }

  /// Where a score is below the floors, a line each.
  func shortfalls(of score: CorpusScore) -> [String] {
    let judged = Set(score.tallies.keys.map(\.rawValue))
    return Floors(reachedBy: score, digest: digest).lowered(from: self)
      + Set(fields.keys).subtracting(judged).sorted().map {
        "\($0): no label speaks of it any more"
      }
  }

  /// What of other floors is higher than in these, a line each.
  func lowered(from before: Floors) -> [String] {
    var lines: [String] = []
    if f1 < before.f1 { lines.append("F1 over all fields: \(f1), was \(before.f1)") }
    if harmful > before.harmful {
      lines.append("harmful errors: \(harmful), were \(before.harmful)")
    }
    if falseQuotes > before.falseQuotes {
      lines.append("false quotations: \(falseQuotes), were \(before.falseQuotes)")
    }
    lines += Self.lowered("kinds", kinds, from: before.kinds)
    for (field, floor) in fields.sorted(by: { $0.key < $1.key }) {
      lines += Self.lowered(field, floor, from: before.fields[field] ?? floor)
    }
    return lines
  }

  private static func lowered(_ name: String, _ now: Floor, from before: Floor) -> [String] {
    var lines: [String] = []
    if now.precision < before.precision {
      lines.append("\(name): precision \(now.precision), was \(before.precision)")
    }
    if now.recall < before.recall {
      lines.append("\(name): recall \(now.recall), was \(before.recall)")
    }
    return lines
  }

  private static func floor(_ tally: Tally) -> Floor {
    Floor(precision: roundedDown(tally.precision), recall: roundedDown(tally.recall))
  }

  /// Three places: one more mistake among a thousand is seen.
  private static func roundedDown(_ share: Double) -> Double {
    (share * 1000).rounded(.down) / 1000
  }
}

extension Floors {
  private static let file = Corpus.folder.appending(path: "floors.json")

  /// The floors that are pinned; nil where none are yet.
  static func pinned() throws -> Floors? {
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try JSONDecoder().decode(Floors.self, from: data)
  }

  /// Pins the floors.
  func write() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: Self.file)
  }

  /// The SHA-256 over the names and the digests of all pages and labels.
  static func digestOfCorpus() throws -> String {
    let lines = try Corpus.files().map { file in
      "\(file) \(ContentDigest(of: try Corpus.bytes(of: file)).hexadecimal)\n"
    }
    return ContentDigest(of: Array(lines.joined().utf8)).hexadecimal
  }
}
