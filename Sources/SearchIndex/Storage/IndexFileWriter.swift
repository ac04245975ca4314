/// Writes header, section table and sections to a sink, in pieces of bounded size.
struct IndexFileWriter<Sink: ByteSink> {
  private(set) var sink: Sink
  private let sectionCount: Int
  private var table: [UInt8] = []
  private var checksum = Checksum()
  private var buffer: [UInt8] = []
  private var sectionStart = 0
  /// The offset in the file of the first byte of `buffer`.
  private var flushed: Int
  /// Pieces handed to the sink at once; a multiple of the checksum's stripe.
  private static var pieceLength: Int { 1 << 20 }

  /// Reserves room for the table of exactly `sectionCount` sections.
  init(to sink: Sink, sectionCount: Int) throws(Sink.Failure) {
    self.sink = sink
    self.sectionCount = sectionCount
    flushed = IndexFileFormat.preambleLength(sections: sectionCount)
    let zeros = [UInt8](repeating: 0, count: flushed)
    try self.sink.append(zeros)
  }

  /// Begins a section; what is appended until its end belongs to it.
  mutating func beginSection(_ name: SectionName) {
    pad(to: IndexFileFormat.alignment)
    table.appendFixed(name.kind.rawValue)
    table.appendFixed(name.number)
    sectionStart = offset
  }

  /// Ends the section that was begun.
  mutating func endSection() {
    table.appendFixed(UInt64(sectionStart))
    table.appendFixed(UInt64(offset - sectionStart))
  }

  /// Writes a section of bytes.
  mutating func section(_ name: SectionName, bytes: [UInt8]) throws(Sink.Failure) {
    beginSection(name)
    try append(bytes)
    endSection()
  }

  /// Writes a section of numbers in their fixed width.
  mutating func section(
    _ name: SectionName, numbers: [some FixedWidthInteger]
  ) throws(Sink.Failure) {
    beginSection(name)
    for number in numbers {
      buffer.appendFixed(number)
      if buffer.count >= Self.pieceLength { try flush() }
    }
    endSection()
  }

  /// Appends to the section being written.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(Sink.Failure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceLength { try flush() }
  }

  /// Appends to the section being written.
  mutating func append(_ bytes: [UInt8]) throws(Sink.Failure) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceLength { try flush() }
  }

  /// Writes what is left, then the header with length and checksum, and gives the sink back.
  consuming func finish() throws(Sink.Failure) -> Sink {
    buffer.append(contentsOf: [UInt8](repeating: 0, count: IndexFileFormat.margin))
    pad(to: Checksum.stripe)
    try flush()
    var preamble = preamble()
    preamble.withUnsafeBytes { checksum.update($0) }
    var field: [UInt8] = []
    field.appendFixed(checksum.value)
    preamble.replaceSubrange(IndexFileFormat.checksumRange, with: field)
    try sink.replaceStart(preamble)
    return sink
  }

  private var offset: Int { flushed + buffer.count }

  private mutating func pad(to multiple: Int) {
    let missing = IndexFileFormat.rounded(offset, to: multiple) - offset
    buffer.append(contentsOf: [UInt8](repeating: 0, count: missing))
  }

  private mutating func flush() throws(Sink.Failure) {
    let length = buffer.count / Checksum.stripe * Checksum.stripe
    let piece = Array(buffer.prefix(length))
    piece.withUnsafeBytes { checksum.update($0) }
    try sink.append(piece)
    flushed += length
    buffer.removeFirst(length)
  }

  private func preamble() -> [UInt8] {
    var bytes = IndexFileFormat.magic
    bytes.appendFixed(IndexFileFormat.version)
    bytes.appendFixed(UInt64(flushed))
    bytes.appendFixed(UInt64(0))
    bytes.appendFixed(UInt32(sectionCount))
    bytes.appendFixed(UInt32(0))
    bytes.append(contentsOf: table)
    let length = IndexFileFormat.preambleLength(sections: sectionCount)
    bytes.append(contentsOf: [UInt8](repeating: 0, count: length - bytes.count))
    return bytes
  }
}

extension ByteSink {
  fileprivate mutating func append(_ bytes: [UInt8]) throws(Failure) {
    let result = bytes.withUnsafeBytes { piece in
      Result { () throws(Failure) in try self.append(piece) }
    }
    try result.get()
  }

  fileprivate mutating func replaceStart(_ bytes: [UInt8]) throws(Failure) {
    let result = bytes.withUnsafeBytes { piece in
      Result { () throws(Failure) in try self.replaceStart(with: piece) }
    }
    try result.get()
  }
}
