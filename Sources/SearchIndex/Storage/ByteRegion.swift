/// A stretch of an index's bytes that keeps its owner alive; reads outside it give zero.
///
/// `@unchecked Sendable`: the memory is read-only for as long as `owner` lives, see `IndexStorage`.
struct ByteRegion: @unchecked Sendable {
  let owner: IndexStorage
  let start: UnsafeRawPointer
  let count: Int

  /// The first address behind the region.
  var end: UnsafeRawPointer { start + count }

  /// The bytes; valid while the region is held.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Returns the `index`-th of the region's 32-bit numbers.
  @inline(__always)
  func uint32(at index: Int) -> UInt32 {
    guard index >= 0, index < count / 4 else { return 0 }
    return UInt32(littleEndian: start.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
  }

  /// Returns the `index`-th of the region's 64-bit numbers.
  @inline(__always)
  func uint64(at index: Int) -> UInt64 {
    guard index >= 0, index < count / 8 else { return 0 }
    return UInt64(littleEndian: start.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
  }

  /// Returns a part, or nil where it does not lie inside the region.
  func part(from offset: UInt64, count length: UInt64) -> ByteRegion? {
    let limit = UInt64(count)
    guard offset <= limit, length <= limit - offset else { return nil }
    return ByteRegion(owner: owner, start: start + Int(offset), count: Int(length))
  }
}
