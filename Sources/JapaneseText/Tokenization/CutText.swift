/// The terms of a text in the order of their positions, their bytes one behind the other.
public struct PackedTerms: Sendable {
  /// The bytes of all terms.
  public let bytes: [UInt8]
  /// Where each term ends in them.
  public let ends: [UInt32]
  /// Where each term stands: the number of scalars before it.
  public let positions: [UInt32]
  /// How many of them are whole words.
  public let wordCount: Int
}

/// A text while it is cut: its bytes, and its terms as they are found; one text after another uses the same memory.
struct CutText: ~Copyable {
  /// The UTF-8 bytes of the folded text.
  private var bytes = UnsafeMutableRawPointer.allocate(byteCount: 0, alignment: 1)
  /// Where each scalar begins in them, and the end.
  private var offsets = UnsafeMutablePointer<Int>.allocate(capacity: 0)
  private var terms = UnsafeMutableRawPointer.allocate(byteCount: 0, alignment: 1)
  private var ends = UnsafeMutablePointer<UInt32>.allocate(capacity: 0)
  private var positions = UnsafeMutablePointer<UInt32>.allocate(capacity: 0)
  /// For how many scalars there is room.
  private var room = 0

  private var count = 0
  private var length = 0
  private var wordCount = 0

  /// At a scalar a pair begins and a word; both together take so many bytes for each of theirs: two scalars, one
  /// scalar of the word, and its mark.
  private static let termsAtScalar = 2
  private static let bytesAtScalar = 13
  /// So many bytes are copied at once, whether or not all of them are wanted.
  private static let margin = 8

  deinit { deallocate() }

  /// Takes a folded text in place of the last one.
  mutating func take(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    if scalars.count >= room { reserve(2 * scalars.count + 1) }
    (count, length, wordCount) = (0, 0, 0)
    var end = 0
    for (place, scalar) in scalars.enumerated() {
      offsets[place] = end
      end += Self.encode(scalar, at: bytes + end)
    }
    offsets[scalars.count] = end
  }

  /// The bytes of some scalars.
  func bytes(of range: Range<Int>) -> UnsafeRawBufferPointer {
    let start = offsets[range.lowerBound]
    return UnsafeRawBufferPointer(start: bytes + start, count: offsets[range.upperBound] - start)
  }

  /// Where a scalar begins in the bytes.
  @inline(__always)
  func offset(of place: Int) -> Int { offsets[place] }

  /// Appends one character or two.
  @inline(__always)
  mutating func appendPiece(_ range: Range<Int>) {
    let start = offsets[range.lowerBound]
    copyShort(from: start, to: length)
    length += offsets[range.upperBound] - start
    endTerm(at: range.lowerBound)
  }

  /// Appends a word that begins at a scalar and has so many bytes, with its mark before it.
  @inline(__always)
  mutating func appendWord(at place: Int, size: Int) {
    let start = offsets[place]
    terms.storeBytes(of: UInt8(ascii: "="), toByteOffset: length, as: UInt8.self)
    if size <= Self.margin {
      copyShort(from: start, to: length + 1)
    } else {
      (terms + length + 1).copyMemory(from: bytes + start, byteCount: size)
    }
    length += 1 + size
    wordCount += 1
    endTerm(at: place)
  }

  /// Appends a number as a word, without the commas in it.
  mutating func appendNumber(_ range: Range<Int>) {
    terms.storeBytes(of: UInt8(ascii: "="), toByteOffset: length, as: UInt8.self)
    length += 1
    for byte in bytes(of: range) where byte != UInt8(ascii: ",") {
      terms.storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
      length += 1
    }
    wordCount += 1
    endTerm(at: range.lowerBound)
  }

  /// The terms so far.
  var packed: PackedTerms {
    PackedTerms(
      bytes: Array(UnsafeRawBufferPointer(start: terms, count: length)),
      ends: Array(UnsafeBufferPointer(start: ends, count: count)),
      positions: Array(UnsafeBufferPointer(start: positions, count: count)), wordCount: wordCount)
  }

  @inline(__always)
  private mutating func endTerm(at place: Int) {
    ends[count] = UInt32(truncatingIfNeeded: length)
    positions[count] = UInt32(truncatingIfNeeded: place)
    count += 1
  }

  @inline(__always)
  private func copyShort(from start: Int, to end: Int) {
    let piece = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    terms.storeBytes(of: piece, toByteOffset: end, as: UInt64.self)
  }

  /// Writes a scalar as UTF-8; returns how many bytes it has.
  @inline(__always)
  private static func encode(_ scalar: Unicode.Scalar, at place: UnsafeMutableRawPointer) -> Int {
    let value = scalar.value
    func store(_ byte: UInt32, at offset: Int) {
      place.storeBytes(of: UInt8(truncatingIfNeeded: byte), toByteOffset: offset, as: UInt8.self)
    }
    func tail(_ shift: UInt32) -> UInt32 { value >> shift & 0x3F | 0x80 }
    switch value {
    case ..<0x80:
      store(value, at: 0)
      return 1
    case ..<0x800:
      store(0xC0 | value >> 6, at: 0)
      store(tail(0), at: 1)
      return 2
    case ..<0x10000:
      store(0xE0 | value >> 12, at: 0)
      store(tail(6), at: 1)
      store(tail(0), at: 2)
      return 3
    default:
      store(0xF0 | value >> 18, at: 0)
      store(tail(12), at: 1)
      store(tail(6), at: 2)
      store(tail(0), at: 3)
      return 4
    }
  }

  private mutating func reserve(_ scalars: Int) {
    deallocate()
    room = scalars
    bytes = .allocate(byteCount: 4 * scalars + Self.margin, alignment: Self.margin)
    offsets = .allocate(capacity: scalars + 1)
    terms = .allocate(
      byteCount: Self.bytesAtScalar * scalars + Self.margin, alignment: Self.margin)
    ends = .allocate(capacity: Self.termsAtScalar * scalars)
    positions = .allocate(capacity: Self.termsAtScalar * scalars)
  }

  private func deallocate() {
    bytes.deallocate()
    offsets.deallocate()
    terms.deallocate()
    ends.deallocate()
    positions.deallocate()
  }
}
