import Foundation

/// Labelled pages outside the corpus, which no reader has been made to fit.
enum UnseenPages {
  /// The folders that `CORPUS_EXTRA` names, parted by colons; they are laid out as `Pages` is.
  static let folders = (ProcessInfo.processInfo.environment["CORPUS_EXTRA"] ?? "")
    .split(separator: ":").map { URL(filePath: String($0)) }

  /// The facts that are read from them and judged.
  static func judgedFacts() async throws -> [JudgedFact] {
    let reader = try CorpusReader()
    var facts: [JudgedFact] = []
    for folder in folders {
      for label in try Corpus.labels(in: folder) {
        let programs = try await reader.programs(of: label, in: folder)
        facts += PageScore(label, programs).judgedFacts
      }
    }
    return facts
  }
}
