/// The ways in which a term occurs in a document: how often in which fields.
///
/// Nearly all postings have one of a few, so that a posting holds the number of its shape, the commonest
/// being 0.
///
/// A shape is the mask of its fields, the sum of its frequencies, what no posting of that shape weighs more
/// than (a float), then the frequency in each field of the schema; 32 bits each.
struct OccurrenceShapes {
  private let start: UnsafeRawPointer
  private let stride: Int
  /// The number of shapes.
  let count: Int
  /// The number of fields.
  let fields: Int

  /// Reads shapes where they stand; the region must outlive them.
  init(_ region: ByteRegion, fields: Int) {
    start = region.start
    stride = Self.length(fields: fields)
    count = region.count / stride
    self.fields = fields
  }

  /// Bytes of one shape.
  static func length(fields: Int) -> Int { headLength + 4 * fields }

  private static let headLength = 12

  /// The fields of a shape; none of a shape that is not there.
  @inline(__always)
  func mask(_ shape: Int) -> FieldMask {
    FieldMask(truncatingIfNeeded: number(shape, 0)) & (FieldMask(1) << FieldMask(fields) &- 1)
  }

  /// The sum of the frequencies of a shape.
  @inline(__always)
  func total(_ shape: Int) -> Int { Int(number(shape, 4)) }

  /// The sum of the frequencies of the shapes from one place to before another.
  @inline(__always)
  func total(in codes: BitRow, from start: Int, to end: Int) -> Int {
    guard codes.width > 0 else { return total(0) &* (end &- start) }
    var sum = 0
    var bit = start &* codes.width
    for _ in start..<end {
      sum &+= total(Int(codes.number(at: bit)))
      bit &+= codes.width
    }
    return sum
  }

  /// What no posting of a shape weighs more than.
  @inline(__always)
  func greatest(_ shape: Int) -> Float { Float(bitPattern: number(shape, 8)) }

  /// The first place from one on whose shape may keep a promise; `limit` where there is none before it.
  @inline(__always)
  func place(
    in codes: BitRow, from start: Int, to limit: Int, keeping promise: borrowing Promise
  ) -> Int {
    var place = start
    var bit = start &* codes.width
    while place < limit, !promise.mayBeKept(by: Int(codes.number(at: bit)), of: self) {
      place &+= 1
      bit &+= codes.width
    }
    return place
  }

  /// The frequency in a field.
  @inline(__always)
  func frequency(_ shape: Int, in field: Int) -> UInt32 {
    field >= 0 && field < fields ? number(shape, Self.headLength + 4 * field) : 0
  }

  /// Whether every shape has a frequency in just the fields of its mask, and their sum.
  func areSound() -> Bool {
    (0..<count).allSatisfy { shape in
      let frequencies = (0..<fields).map { frequency(shape, in: $0) }
      return number(shape, 0) == UInt32(mask(shape)) && mask(shape) != 0
        && total(shape) == frequencies.reduce(0) { $0 + Int($1) }
        && frequencies.indices.allSatisfy {
          (frequencies[$0] > 0) == (mask(shape) & 1 << FieldMask($0) != 0)
        }
    }
  }

  @inline(__always)
  private func number(_ shape: Int, _ offset: Int) -> UInt32 {
    guard shape < count else { return 0 }
    return UInt32(
      littleEndian: start.loadUnaligned(
        fromByteOffset: shape &* stride &+ offset, as: UInt32.self))
  }
}
