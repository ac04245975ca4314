import Foundation

/// The lines of a file of records, of which only those are in memory that are read now.
final class RecordLines: Sendable {
  /// Where the lines stand in the file.
  let ranges: [Range<Int>]
  /// For each line the prefecture that it names first; empty where it names none.
  let prefectures: [String]
  private let file: Int32

  /// Finds the lines of a file.
  init(path: String) throws {
    let records = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    (ranges, prefectures) = Self.lines(of: records)
    file = open(path, O_RDONLY)
    guard file >= 0 else { throw CocoaError(.fileReadNoSuchFile) }
  }

  deinit { close(file) }

  /// The bytes of a line; fewer where the file has become shorter.
  func bytes(of line: Int) -> [UInt8] {
    let range = ranges[line]
    return [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = max(pread(file, buffer.baseAddress, range.count, off_t(range.lowerBound)), 0)
    }
  }

  /// After so many lines those found are no longer kept in memory.
  private static let forgetting = 2048

  private static func lines(of records: Data) -> ([Range<Int>], [String]) {
    records.withUnsafeBytes { bytes in
      var lines: [Range<Int>] = []
      var prefectures: [String] = []
      var start = 0
      var kept = 0
      while start < bytes.count, let base = bytes.baseAddress {
        let end =
          memchr(base + start, 10, bytes.count - start).map { UnsafeRawPointer($0) - base }
          ?? bytes.count
        if end > start {
          lines.append(start..<end)
          prefectures.append(prefecture(in: bytes[start..<end]))
        }
        if lines.count % forgetting == 0 {
          forget(bytes, kept..<end)
          kept = end
        }
        start = end + 1
      }
      return (lines, prefectures)
    }
  }

  /// Told without reading the record: only the order in the index depends on it.
  private static func prefecture(in line: Slice<UnsafeRawBufferPointer>) -> String {
    let key = Array("\"prefecture\":\"".utf8)
    // Of its letters this one is the rarest in a record before the name.
    let (letter, head) = (UInt8(ascii: "f"), 4)
    let bytes = UnsafeRawBufferPointer(rebasing: line)
    guard let base = bytes.baseAddress else { return "" }
    var start = head
    while start < bytes.count,
      let mark = memchr(base + start, Int32(letter), bytes.count - start)
    {
      start = UnsafeRawPointer(mark) - base
      if bytes.count - start > key.count, memcmp(base + start - head, key, key.count) == 0 {
        let name = bytes[(start - head + key.count)...].prefix { $0 != 34 }
        return String(decoding: name, as: UTF8.self)
      }
      start += 1
    }
    return ""
  }

  /// Gives back the memory of a part of a mapped file.
  private static func forget(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = range.lowerBound / page * page
    guard let base = bytes.baseAddress, range.upperBound > start else { return }
    madvise(
      UnsafeMutableRawPointer(mutating: base + start), range.upperBound - start, MADV_DONTNEED)
  }
}
