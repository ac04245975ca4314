import Testing

@testable import SearchIndex

extension ByteRegion {
  /// A region of some bytes, with as many readable ones behind it as a file has.
  init(copying bytes: [UInt8]) throws {
    let margin = [UInt8](repeating: 0, count: IndexFileFormat.margin)
    let all = try #require(IndexStorage(copying: bytes + margin).region)
    self = try #require(all.part(from: 0, count: UInt64(bytes.count)))
  }
}
