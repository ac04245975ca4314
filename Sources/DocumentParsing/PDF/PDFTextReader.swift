import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads the words of a PDF with their places, through poppler's pdftotext.
struct PDFTextReader {
  /// The longest that pdftotext may work on one file, in seconds of the processor's time: a machine that is busy
  /// with other work makes no file unreadable.
  static let timeLimit = 20
  /// The longest that it may take with all waiting, which its work does not count.
  private static let waitLimit = Duration.seconds(600)
  /// The most memory that it may ask for, in KiB.
  private static let memoryLimit = 2 << 20
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
          try await Task.sleep(for: waitLimit)
          return .failure(.timedOut(seconds: Int(waitLimit.components.seconds)))
        }
        defer { group.cancelAll() }
        return try await group.next() ?? .failure(.pdfWithoutText)
      }
    } catch {
      throw .brokenPDF(reason: "\(error)")
    }
    return try result.get()
  }

  /// Lets the system hold pdftotext to its limits; where one is unknown (memory on macOS) it goes without.
  private static let command = """
    ulimit -t \(timeLimit); ulimit -v \(memoryLimit) 2>/dev/null; exec pdftotext "$@"
    """

  private static func output(of bytes: [UInt8]) async -> Result<String, UnreadableDocument> {
    do {
      // One page more than is read shows that there are more.
      let done = try await Subprocess.run(
        .path("/bin/sh"),
        arguments: [
          "-c", command, "pdftotext", "-tsv", "-enc", "UTF-8", "-l", "\(mostPages + 1)", "-", "-",
        ],
        input: .array(bytes), output: .bytes(limit: outputLimit), error: .string(limit: 1 << 16))
      let failure =
        switch done.terminationStatus {
        case .exited(let code): failure(exit: code, complaints: done.standardError)
        case .signaled(let signal): failure(signal: signal)
        }
      return failure.map(Result.failure)
        ?? .success(String(decoding: done.standardOutput, as: UTF8.self))
    } catch {
      return .failure(.brokenPDF(reason: "\(error)"))
    }
  }

  /// Why pdftotext did not do its work, by how it ended; nil where it did.
  static func failure(exit code: CInt, complaints: String) -> UnreadableDocument? {
    switch code {
    case 0: return nil
    // What a shell says of a program that is not there.
    case 127: return .missingTool(name: "pdftotext")
    default:
      // Complaints about the rest of the file may stand before the reason.
      let lines = complaints.split(separator: "\n").map(String.init)
      let reason = lines.first { $0.contains("Error") } ?? lines.first ?? ""
      return reason.contains("password") ? .encryptedPDF : .brokenPDF(reason: reason)
    }
  }

  /// Why pdftotext was ended: at its limit of time by one signal, and by the other where it goes on.
  static func failure(signal: CInt) -> UnreadableDocument {
    [SIGXCPU, SIGKILL].contains(signal)
      ? .timedOut(seconds: timeLimit) : .brokenPDF(reason: "pdftotext ended by signal \(signal)")
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
