/// The one owner of an index's bytes: a mapped file, or a copy in memory.
///
/// `@unchecked Sendable`: `bytes` is set once, nothing writes to the memory afterwards (a mapping is
/// read-only and private, a copy is never handed out for writing), and the memory is given back only
/// in `deinit`, when no reference is left. An index file is replaced by renaming, never
/// changed in place, so a mapping keeps the bytes it was opened with.
final class IndexStorage: @unchecked Sendable {
  /// All bytes of the index.
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps the file at `path`.
  init(mapping path: String) throws(IndexFileError) {
    do throws(SystemError) {
      let file = try Platform.openForReading(path)
      defer { try? Platform.close(file) }
      let length = try Platform.length(of: file)
      // A mapping of no bytes is refused by the system; an empty buffer says the same.
      isMapped = length > 0
      bytes = length > 0 ? try Platform.map(file, length: length) : Self.copy(of: [])
    } catch {
      throw .unreadable(path: path, reason: error)
    }
  }

  /// Copies `source`.
  init(copying source: [UInt8]) {
    isMapped = false
    bytes = Self.copy(of: source)
  }

  deinit {
    if isMapped { Platform.unmap(bytes) } else { bytes.deallocate() }
  }

  /// The whole storage as a region.
  var region: ByteRegion? {
    bytes.baseAddress.map { ByteRegion(owner: self, start: $0, count: bytes.count) }
  }

  private static func copy(of source: [UInt8]) -> UnsafeRawBufferPointer {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 16)
    memory.copyBytes(from: source)
    return UnsafeRawBufferPointer(memory)
  }
}
