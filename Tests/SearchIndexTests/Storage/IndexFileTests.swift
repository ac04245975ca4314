import Foundation
import Testing

@testable import SearchIndex

@Suite("Index file")
struct IndexFileTests {
  private static func write(_ documents: [IndexDocument], to path: String) throws {
    var builder = try Collection.builder(documents)
    try builder.write(to: path)
  }

  @Test("answers as the index in memory does", arguments: 1...4)
  func roundTrip(seed: UInt64) throws {
    try withDirectory { directory in
      let collection = try Collection(seed: seed, count: 300, terms: 9)
      let path = directory + "/index.pgsx"
      try Self.write(collection.documents, to: path)
      let opened = try InvertedIndex(path: path, formatTag: "test-1", verification: .always)
      #expect(Answers(opened) == Answers(collection.index))
      #expect(opened.schema == collection.index.schema)
      #expect(opened.statistics == collection.index.statistics)
      #expect(opened.attachment(named: "notes") == Array("attached".utf8))
      #expect(opened.attachment(named: "empty") == [])
      #expect(opened.attachment(named: "none") == nil)
      #expect(try Data(contentsOf: URL(filePath: path)) == Data(collection.bytes))
    }
  }

  @Test("stays readable to those who have it open when it is replaced")
  func staysOpen() throws {
    try withDirectory { directory in
      let path = directory + "/index.pgsx"
      let old = try Collection(seed: 1, count: 50)
      try Self.write(old.documents, to: path)
      let opened = try InvertedIndex(path: path)
      try Self.write(try Collection(seed: 2, count: 60).documents, to: path)
      #expect(Answers(opened) == Answers(old.index))
      #expect(try InvertedIndex(path: path).documentCount == 60)
      #expect(try names(in: directory) == ["index.pgsx"])
    }
  }

  @Test("stays as it was when writing fails half way, and nothing is left behind")
  func survivesFailure() throws {
    try withDirectory { directory in
      let path = directory + "/index.pgsx"
      let old = try Collection(seed: 1, count: 50)
      try Self.write(old.documents, to: path)
      let full = SystemError(code: 28)
      #expect(throws: IndexFileError.unwritable(path: path, reason: full)) {
        try FileReplacement.replace(path) { sink throws(SystemError) in
          var sink = sink
          try sink.append(UnsafeRawBufferPointer(start: nil, count: 0))
          throw full
        }
      }
      #expect(Answers(try InvertedIndex(path: path)) == Answers(old.index))
      #expect(try names(in: directory) == ["index.pgsx"])
    }
  }

  @Test("cannot replace a directory, and nothing is left behind")
  func refusesDirectory() throws {
    try withDirectory { directory in
      let path = directory + "/taken"
      try FileManager.default.createDirectory(
        atPath: path + "/inside", withIntermediateDirectories: true)
      var builder = try Collection.builder([])
      var thrown: IndexFileError?
      do throws(IndexFileError) { try builder.write(to: path) } catch { thrown = error }
      guard case .unwritable(path, _) = thrown else {
        Issue.record("\(String(describing: thrown))")
        return
      }
      #expect(try names(in: directory) == ["taken"])
    }
  }

  @Test("that is missing, a directory or empty gives an error")
  func refusesUnreadable() throws {
    try withDirectory { directory in
      let missing = directory + "/none"
      #expect(throws: IndexFileError.unreadable(path: missing, reason: .init(code: 2))) {
        try InvertedIndex(path: missing)
      }
      #expect(throws: IndexFileError.self) { try InvertedIndex(path: directory) }
      let empty = directory + "/empty"
      try Data().write(to: URL(filePath: empty))
      #expect(throws: IndexFileError.notAnIndex) { try InvertedIndex(path: empty) }
      #expect(SystemError(code: 2).description.isEmpty == false)
    }
  }

  private func names(in directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }

  private func withDirectory(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "SearchIndexTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory.path(percentEncoded: false))
  }
}
