import DocumentParsing
import Foundation
import RecruitmentModel

/// The words of a page in every order in which they may fairly be quoted, without spaces.
///
/// They are taken without the readers of the program, so that no quotation is true of a mistake of
/// theirs only; they share the decoding of charsets.
struct PageText: Sendable {
  private let orders: [String]

  /// Takes the words out of the bytes of a page.
  init(of file: String) throws {
    let orders: [String]
    switch Corpus.suffix(of: file) {
    case "pdf":
      orders = try [[], ["-layout"], ["-raw"]].map { try Self.poppler(file, $0) }
    case "txt": orders = [try Self.decoded(file).text]
    default: orders = MarkedWords.orders(in: try Self.decoded(file).text)
    }
    self.orders = orders.map(Self.folded)
  }

  /// Whether a quotation stands in the page, and is short enough to be one.
  func holds(_ quote: String) -> Bool {
    let folded = Self.folded(quote)
    return !folded.isEmpty && quote.count <= PageEvidence.longestQuote && contains(folded)
  }

  /// Whether a folded word stands anywhere.
  func contains(_ folded: String) -> Bool {
    orders.contains { $0.range(of: folded, options: .literal) != nil }
  }

  /// The charset that a page turns out to have.
  static func charset(of file: String) throws -> String { try decoded(file).charset }

  private static func decoded(_ file: String) throws -> DecodedText {
    try CharsetDecoder().decode(Corpus.bytes(of: file))
  }

  /// A text without what cannot be seen and without differences of form.
  static func folded(_ text: String) -> String {
    let invisible: Set<Unicode.Scalar> = ["\u{200B}", "\u{FEFF}", "\u{AD}"]
    let visible = text.unicodeScalars.filter { !invisible.contains($0) }
    return Folding.folded(String(String.UnicodeScalarView(visible)))
  }

  private static func poppler(_ file: String, _ options: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-enc", "UTF-8"] + options + [Corpus.path(of: file), "-"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).filter { $0 != "\u{C}" }
  }
}
