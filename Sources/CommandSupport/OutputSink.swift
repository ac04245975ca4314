import Foundation

/// Where an answer goes: standard output, or a file that takes the place of an older one in one rename.
package struct OutputSink {
  private let target: URL?
  private let draft: URL?
  private let handle: FileHandle
  private var pending: [UInt8] = []
  private static let chunk = 1 << 16

  /// Opens a file beside the one named; standard output where none is.
  private init(file: String?) throws {
    guard let file, file != "-" else {
      target = nil
      draft = nil
      handle = .standardOutput
      return
    }
    let target = URL(fileURLWithPath: file)
    let draft = target.deletingLastPathComponent()
      .appending(
        path: ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
    guard FileManager.default.createFile(atPath: draft.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: draft.path)
    else {
      throw Failure(
        "\(file) cannot be written; check that its folder is there and may be written to",
        Failure.inputOutput)
    }
    self.target = target
    self.draft = draft
    self.handle = handle
  }

  /// Hands over a sink; a file is put into place when all is written, and left as it was where that fails
  /// or there is nothing to keep.
  ///
  /// - Parameters:
  ///   - file: The file; nil for standard output.
  ///   - body: Writes, and tells whether what was written is to be kept.
  /// - Throws: What `body` throws, and what is wrong with the file.
  package static func open(_ file: String?, _ body: (inout OutputSink) throws -> Bool) throws {
    var sink = try OutputSink(file: file)
    do {
      if try body(&sink) { try sink.finish() } else { sink.discard() }
    } catch {
      sink.discard()
      throw error
    }
  }

  /// Writes a whole answer.
  package static func write(_ text: String, to file: String?) throws {
    try open(file) { sink in
      try sink.write(text)
      return true
    }
  }

  /// Adds text; nothing of a file is seen before all is written.
  package mutating func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Adds bytes of text.
  package mutating func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count >= Self.chunk { try flush() }
  }

  /// Puts the file into place.
  private mutating func finish() throws {
    try flush()
    guard let target, let draft else { return }
    do {
      try handle.close()
      guard rename(draft.path, target.path) == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw Failure("\(target.path) cannot be written", Failure.inputOutput)
    }
  }

  /// Takes back what was begun: an older file stays as it is.
  private func discard() {
    if let draft { try? FileManager.default.removeItem(at: draft) }
  }

  private mutating func flush() throws {
    guard !pending.isEmpty else { return }
    try StandardStream.write(
      pending, to: handle.fileDescriptor, calledBy: target?.path ?? "the answer")
    pending.removeAll(keepingCapacity: true)
  }
}
