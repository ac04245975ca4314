import ArgumentParser
import DomainLexicon
import Foundation
import JapaneseText
import QueryEngine
import RecruitmentModel

/// Builds an index from records and says how long it took.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Builds an index from JSON lines.")

  @Argument(help: "The records.") var corpus: String
  @Argument(help: "Where the index goes.") var directory: String
  @Option(help: "How many threads cut text into words.") var threads = 1
  @Flag(help: "Keep the records in the index, as progsearch does.") var stored = false
  @Flag(help: "Keep the words that queries may use in the index, as progsearch does.")
  var vocabulary = false

  func run() throws {
    let folder = directory + "/data"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let clock = ContinuousClock()
    let start = clock.now
    let lines = try RecordLines(path: corpus)
    let count = lines.ranges.count
    let order = RecordOrder(
      count: count, place: { lines.prefectures[$0] }, length: { lines.ranges[$0].count })
    let writer = ProgramIndexWriter(
      analyzer: try SearchAnalyzer(SharedDictionary()), lexicon: try Lexicon(),
      isParallel: threads > 1, keepsRecords: stored, keepsVocabulary: vocabulary)
    try writer.write(
      count: count,
      { place throws(RecordError) in try record(lines.bytes(of: order[place])) },
      directory: InstitutionDirectory(), to: folder + "/programs.idx")
    let seconds = (clock.now - start).seconds
    var report = BuildReport(
      docs: count, indexSeconds: (seconds * 100).rounded() / 100,
      indexBytes: try Measures.bytesOnDisk(folder), storesText: stored,
      peakRSS: Measures.status("VmHWM"), threads: threads)
    if !vocabulary { report.notes += "; without the words by which queries name conditions" }
    let line = try report.line()
    try Data(line.utf8).write(to: URL(fileURLWithPath: directory + "/meta.json"))
    print(line)
  }
}

extension BuildCommand {
  /// The record of a line.
  ///
  /// The race asks where an institution stands, whatever it offers. An examination is found by us where its venues
  /// are, so in the race it has its institution's prefecture as the only one.
  private func record(_ line: [UInt8]) throws(RecordError) -> Program {
    guard var program = try RecordCoding.program(inJSONLine: line) else {
      return Program(id: "", kind: .other, title: "", institution: Institution(name: ""))
    }
    if !stored, program.kind == .examination {
      program.facts.venues = program.institution.prefecture.map {
        Fact([$0], basis: .reported, evidence: [])
      }
    }
    return program
  }
}

/// What building gives.
struct BuildReport: Codable {
  var peer = "progsearch"
  var version = "0.1.0"
  var notes =
    "MeCab's words and pairs of characters; positions of all pairs; every part of a word is found"
  let docs: Int
  let indexSeconds: Double
  let indexBytes: Int
  let storesText: Bool
  let peakRSS: Int
  let threads: Int

  enum CodingKeys: String, CodingKey {
    case peer
    case version
    case notes
    case docs
    case indexSeconds = "index_seconds"
    case indexBytes = "index_bytes"
    case storesText = "stores_text"
    case peakRSS = "peak_rss_kb"
    case threads
  }
}

extension Encodable {
  /// The value as one line of JSON.
  func line() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension Duration {
  /// The length in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
