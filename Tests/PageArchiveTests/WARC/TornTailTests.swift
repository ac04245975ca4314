import Foundation
import PageArchive
import Testing

@Suite("The end of a WARC file after a crash") struct TornTailTests {
  /// A file with two captures, and where the first one and the second one end.
  private func archiveWithTwoPages(_ path: String) throws -> (file: String, first: Int, all: Int) {
    let archive = try PageArchive(directory: path, access: .readWrite)
    try archive.store(page("http://a.example/1"))
    let file = try #require(try warcFiles(in: path).first)
    let first = try contents(of: file).count
    try archive.store(page("http://a.example/2"))
    return (file, first, try contents(of: file).count)
  }

  @Test(arguments: [1, 7, 40, 300, 500])
  func `loses half a record and nothing else`(length: Int) async throws {
    try await withTemporaryDirectory { path in
      let (file, _, all) = try archiveWithTwoPages(path)
      let torn = try contents(of: file).dropFirst(400).prefix(length)
      let handle = try #require(FileHandle(forWritingAtPath: file))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(torn))
      try handle.close()
      let archive = try PageArchive(directory: path, access: .readWrite)
      #expect(try contents(of: file).count == all)
      for stored in try archive.pages(ofSource: "a") {
        #expect(try archive.body(of: stored) == page().body)
      }
    }
  }

  @Test func `keeps whole records that the catalogue does not know`() async throws {
    try await withTemporaryDirectory { path in
      let (file, _, all) = try archiveWithTwoPages(path)
      for name in ["catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm"] {
        try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
      }
      _ = try PageArchive(directory: path, access: .readWrite)
      #expect(try contents(of: file).count == all)
    }
  }

  @Test func `is cut at the last whole record where the catalogue is lost`() async throws {
    try await withTemporaryDirectory { path in
      let (file, first, all) = try archiveWithTwoPages(path)
      for name in ["catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm"] {
        try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
      }
      let response = try #require(try firstRecordEnd(in: file, after: first))
      for cut in [all - 1, all - 4, response + 10, response, response - 1, first + 1] {
        let whole = try contents(of: file).prefix(cut)
        let copy = "\(path)-\(cut)"
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        try Data(whole).write(to: URL(fileURLWithPath: "\(copy)/pages.warc"))
        _ = try PageArchive(directory: copy, access: .readWrite)
        #expect(
          try contents(of: "\(copy)/pages.warc").count == (cut >= response ? response : first))
      }
    }
  }

  @Test func `is never appended to by the next writer`() async throws {
    try await withTemporaryDirectory { path in
      let (file, _, all) = try archiveWithTwoPages(path)
      let archive = try PageArchive(directory: path, access: .readWrite)
      try archive.store(page("http://a.example/3"))
      #expect(try contents(of: file).count == all)
      #expect(try warcFiles(in: path).count == 2)
      #expect(try archive.pages(ofSource: "a").count == 3)
    }
  }

  @Test func `that reaches into a known record is told as damage when it is read`() async throws {
    try await withTemporaryDirectory { path in
      let (file, first, _) = try archiveWithTwoPages(path)
      let handle = try #require(FileHandle(forWritingAtPath: file))
      try handle.truncate(atOffset: UInt64(first + 100))
      try handle.close()
      let archive = try PageArchive(directory: path, access: .readOnly)
      let pages = try archive.pages(ofSource: "a")
      #expect(try archive.body(of: pages[0]) == page().body)
      #expect(throws: PageArchiveError.damaged(file: file, offset: first)) {
        try archive.body(of: pages[1])
      }
    }
  }

  @Test func `is found to be damaged where a byte has changed`() async throws {
    try await withTemporaryDirectory { path in
      let (file, first, _) = try archiveWithTwoPages(path)
      var bytes = try contents(of: file)
      let place = try #require(bytes[..<first].lastRange(of: page().body)?.lowerBound)
      bytes[place] ^= 1
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      let archive = try PageArchive(directory: path, access: .readOnly)
      let pages = try archive.pages(ofSource: "a")
      #expect(throws: PageArchiveError.self) { try archive.body(of: pages[0]) }
      #expect(try archive.body(of: pages[1]) == page().body)
    }
  }

  /// The end of the first record behind a place: the next one begins there.
  private func firstRecordEnd(in file: String, after place: Int) throws -> Int? {
    let bytes = try contents(of: file)
    return bytes[(place + 1)...].firstRange(of: Array("WARC/1.1\r\n".utf8))?.lowerBound
  }
}

extension ArraySlice<UInt8> {
  fileprivate func firstRange(of pattern: [UInt8]) -> Range<Int>? {
    indices.first { self[$0...].starts(with: pattern) }.map { $0..<$0 + pattern.count }
  }

  fileprivate func lastRange(of pattern: [UInt8]) -> Range<Int>? {
    indices.last { self[$0...].starts(with: pattern) }.map { $0..<$0 + pattern.count }
  }
}
