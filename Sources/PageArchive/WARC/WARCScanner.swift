import Foundation
import RecruitmentModel

/// Finds where the whole records of a WARC file end.
///
/// A writer that was killed, or a disk that was full, can leave half a record behind.
struct WARCScanner {
  /// The longest head of a record that is read; the archive's own are below 20 KiB.
  private static let longestHead = 128 * 1024

  /// The length of the whole records that follow one another from an offset, added to the offset.
  static func wholeLength(of file: borrowing OpenFile, from offset: Int) throws(PageArchiveError)
    -> Int
  {
    let size = try file.size()
    var whole = min(offset, size)
    while whole < size {
      let head = try file.read(min(longestHead, size - whole), at: whole)
      guard let length = recordLength(head), length <= size - whole else { return whole }
      let end = try file.read(4, at: whole + length - 4)
      guard end == [13, 10, 13, 10] else { return whole }
      whole += length
    }
    return whole
  }

  /// The length of a record with the empty lines behind it; nil where the bytes begin none.
  static func recordLength(_ bytes: [UInt8]) -> Int? {
    guard bytes.starts(with: Array("WARC/1.".utf8)),
      let end = HTTPMessage.endOfHead(in: bytes[...]),
      let text = HTTPMessage.fields(in: bytes[..<end]).firstValue(of: "Content-Length"),
      let length = Int(text), length >= 0, length < Int.max / 2
    else { return nil }
    return end + length + 4
  }
}
