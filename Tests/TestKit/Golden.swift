import Foundation
public import Testing

/// Compares whole outputs with files that were looked at once.
public enum Golden {
  /// Expects a text to be that of a file; with RECORD_GOLDENS=1 the file is written anew, and the test
  /// fails all the same, so that no new golden is accepted without a look at it.
  public static func expect(
    _ text: String, isAt file: String, beside source: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(fileURLWithPath: source).deletingLastPathComponent()
    let url = folder.appending(path: file)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record(
        "recorded \(file); look at it, then run without RECORD_GOLDENS",
        sourceLocation: sourceLocation)
      return
    }
    let golden = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    #expect(
      text == golden, "differs from \(file); RECORD_GOLDENS=1 records it",
      sourceLocation: sourceLocation)
  }
}
