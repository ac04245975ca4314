import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Reads the words of a PDF with their places, through poppler's pdftotext.
struct PDFTextReader {
  /// The longest that pdftotext may work on one file.
  static let timeLimit = Duration.seconds(20)
  /// The most bytes of its output that are read.
  static let outputLimit = 32 << 20
  /// The most pages that are read; guidelines have a few, a book of rules some dozens.
  static let mostPages = 120
  /// The most words of one page, and of all pages, that are read.
  static let mostWordsOfPage = 8_000
  static let mostWords = 60_000

  /// A word and where it stands, in points from the page's upper left corner.
  struct Word {
    let page: Int
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    let text: String
  }

  /// The pages of a PDF, and whether something was left out because there is too much.
  static func pages(of bytes: [UInt8]) async throws(UnreadableDocument)
    -> (pages: [PDFPage], isCut: Bool)
  {
    let output = try await run(bytes)
    var pages: [PDFPage] = []
    var count = 0
    var isCut = false
    for line in output.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 12, let number = Int(cells[1]), let left = Double(cells[6]),
        let top = Double(cells[7]), let width = Double(cells[8]), let height = Double(cells[9])
      else { continue }
      if cells[0] == "1" {
        pages.append(PDFPage(width: width, height: height, words: []))
      } else if cells[0] == "5", let last = pages.indices.last, width > 0, height > 0 {
        guard count < mostWords, pages[last].words.count < mostWordsOfPage else {
          isCut = true
          continue
        }
        count += 1
        let text = cells[11...].joined(separator: "\t")
        pages[last].words.append(
          Word(page: number, left: left, top: top, width: width, height: height, text: text))
      }
    }
    return (Array(pages.prefix(mostPages)), isCut || pages.count > mostPages)
  }

  private static func run(_ bytes: [UInt8]) async throws(UnreadableDocument) -> String {
    let result: Result<String, UnreadableDocument>
    do {
      result = try await withThrowingTaskGroup(of: Result<String, UnreadableDocument>.self) {
        group in
        group.addTask { await output(of: bytes) }
        group.addTask {
          try await Task.sleep(for: timeLimit)
          return .failure(.timedOut(seconds: Int(timeLimit.components.seconds)))
        }
        defer { group.cancelAll() }
        return try await group.next() ?? .failure(.pdfWithoutText)
      }
    } catch {
      throw .brokenPDF(reason: "\(error)")
    }
    return try result.get()
  }

  private static func output(of bytes: [UInt8]) async -> Result<String, UnreadableDocument> {
    do {
      // One page more than is read shows that there are more.
      let done = try await Subprocess.run(
        .name("pdftotext"),
        arguments: ["-tsv", "-enc", "UTF-8", "-l", "\(mostPages + 1)", "-", "-"],
        input: .array(bytes), output: .bytes(limit: outputLimit), error: .string(limit: 1 << 16))
      guard done.terminationStatus.isSuccess else {
        // Complaints about the rest of the file may stand before the reason.
        let complaints = done.standardError.split(separator: "\n").map(String.init)
        let reason = complaints.first { $0.contains("Error") } ?? complaints.first ?? ""
        return .failure(
          reason.contains("password") ? .encryptedPDF : .brokenPDF(reason: reason))
      }
      return .success(String(decoding: done.standardOutput, as: UTF8.self))
    } catch {
      return .failure(
        "\(error)".contains("not found") || "\(error)".contains("executableNotFound")
          ? .missingTool(name: "pdftotext") : .brokenPDF(reason: "\(error)"))
    }
  }
}

/// A page with its words; all places are in points from the upper left corner.
struct PDFPage {
  /// How wide it is.
  let width: Double
  /// How high it is.
  let height: Double
  /// The words, in no order that could be relied on.
  var words: [PDFTextReader.Word]
}
