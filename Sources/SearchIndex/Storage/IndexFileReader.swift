/// The sections of an index file, each proved to lie inside it.
struct IndexFileReader {
  private let storage: IndexStorage
  private var sections: [SectionName: ByteRegion] = [:]

  /// Checks header and section table, not the checksum.
  init(_ storage: IndexStorage) throws(IndexFileError) {
    self.storage = storage
    let file = try Self.checkedRegion(of: storage)
    let count = Int(Self.header(file, 24))
    let length = IndexFileFormat.preambleLength(sections: count)
    guard count <= IndexFileFormat.sectionLimit, length + IndexFileFormat.margin <= file.count
    else { throw .damaged(part: .sectionTable) }
    for row in 0..<count {
      try addSection(row: row, of: file, from: length)
    }
  }

  /// Returns a section; with `count` given, it must have exactly that many bytes.
  func section(_ name: SectionName, count: Int? = nil) throws(IndexFileError) -> ByteRegion {
    guard let region = sections[name], count == nil || region.count == count
    else { throw .damaged(part: name.part) }
    return region
  }

  /// Compares the checksum with the bytes of the whole file.
  static func verify(_ storage: IndexStorage) throws(IndexFileError) {
    let file = try checkedRegion(of: storage)
    let count = Int(header(file, 24))
    let length = IndexFileFormat.preambleLength(sections: count)
    guard count <= IndexFileFormat.sectionLimit, length <= file.count
    else { throw .checksumMismatch }
    var checksum = Checksum()
    checksum.update(UnsafeRawBufferPointer(rebasing: file.bytes[length...]))
    var preamble = Array(file.bytes[..<length])
    let field = IndexFileFormat.checksumRange
    preamble.replaceSubrange(field, with: repeatElement(0, count: field.count))
    preamble.withUnsafeBytes { checksum.update($0) }
    let stored = file.uint64(at: field.lowerBound / 8)
    if stored != checksum.value { throw .checksumMismatch }
  }

  private mutating func addSection(
    row: Int, of file: ByteRegion, from preamble: Int
  ) throws(IndexFileError) {
    let place = IndexFileFormat.headerLength + row * IndexFileFormat.rowLength
    let offset = file.uint64(at: place / 8 + 1)
    let length = file.uint64(at: place / 8 + 2)
    guard let kind = SectionName.Kind(rawValue: Self.header(file, place)),
      offset >= UInt64(preamble), offset % UInt64(IndexFileFormat.alignment) == 0,
      let inside = file.part(from: 0, count: UInt64(file.count - IndexFileFormat.margin)),
      let region = inside.part(from: offset, count: length),
      sections.updateValue(region, forKey: .init(kind, Int(Self.header(file, place + 4)))) == nil
    else { throw .damaged(part: .sectionTable) }
  }

  /// Returns the 32-bit number at a byte offset that is a multiple of four.
  private static func header(_ file: ByteRegion, _ offset: Int) -> UInt32 {
    file.uint32(at: offset / 4)
  }

  /// Returns all bytes, if they begin as an index of this version and have the length it says.
  private static func checkedRegion(of storage: IndexStorage) throws(IndexFileError) -> ByteRegion {
    let magic = IndexFileFormat.magic
    guard let file = storage.region, file.bytes.prefix(magic.count).elementsEqual(magic)
    else { throw .notAnIndex }
    guard file.count >= 8 else { throw .truncated(expected: 8, found: file.count) }
    let version = header(file, 4)
    guard version == IndexFileFormat.version else { throw .otherVersion(found: version) }
    let smallest = IndexFileFormat.headerLength + IndexFileFormat.margin
    guard file.count >= smallest else { throw .truncated(expected: smallest, found: file.count) }
    let length = Int(clamping: file.uint64(at: 1))
    guard length <= file.count else { throw .truncated(expected: length, found: file.count) }
    guard length == file.count, length % Checksum.stripe == 0
    else { throw .damaged(part: .header) }
    return file
  }
}
