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

  /// A word and where it stands, in points from the page's upper left corner.
  struct Word {
    let page: Int
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    let text: String
  }

  /// The words of a PDF in pdftotext's order.
  static func words(of bytes: [UInt8]) async throws(UnreadableDocument) -> [Word] {
    let output = try await run(bytes)
    return output.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 12, cells[0] == "5", let page = Int(cells[1]),
        let left = Double(cells[6]),
        let top = Double(cells[7]), let width = Double(cells[8]), let height = Double(cells[9])
      else { return nil }
      return Word(
        page: page, left: left, top: top, width: width, height: height,
        text: cells[11...].joined(separator: "\t"))
    }
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
      let done = try await Subprocess.run(
        .name("pdftotext"), arguments: ["-tsv", "-enc", "UTF-8", "-", "-"],
        input: .array(bytes), output: .bytes(limit: outputLimit), error: .string(limit: 1 << 16))
      guard done.terminationStatus.isSuccess else {
        let reason = done.standardError.split(separator: "\n").first.map(String.init) ?? ""
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
