/// Gives every shape of occurrences a number while postings are collected, and counts its postings.
struct ShapeTable {
  private let fields: Int
  /// For each shape its frequencies in all fields, one shape behind the other.
  private var frequencies: [UInt32] = []
  private var counts: [Int] = []
  /// Shapes with frequencies below 16, by them.
  private var small: [UInt64: Int] = [:]
  private var large: [[UInt32]: Int] = [:]
  /// The numbers of the commonest shapes: a few occurrences in one field.
  private var single: [Int]
  private static let fewOccurrences = 16

  /// Makes an empty table for so many fields.
  init(fields: Int) {
    self.fields = fields
    single = [Int](repeating: -1, count: fields * Self.fewOccurrences)
  }

  /// The number of the shape with these frequencies in the fields of a mask.
  @inline(__always)
  mutating func number(mask: FieldMask, _ new: [UInt32]) -> Int {
    let field = mask.trailingZeroBitCount
    var place = -1
    if mask & (mask - 1) == 0, new[field] < Self.fewOccurrences {
      place = field * Self.fewOccurrences + Int(new[field])
      if single[place] >= 0 {
        counts[single[place]] += 1
        return single[place]
      }
    }
    let number = rareNumber(mask: mask, new)
    if place >= 0 { single[place] = number }
    return number
  }

  private mutating func rareNumber(mask: FieldMask, _ new: [UInt32]) -> Int {
    let row = (0..<fields).map { mask & 1 << FieldMask($0) != 0 ? new[$0] : 0 }
    let number: Int
    if row.allSatisfy({ $0 < 16 }) {
      let key = row.enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << (4 * $1.offset) }
      number = small[key] ?? counts.count
      small[key] = number
    } else {
      number = large[row] ?? counts.count
      large[row] = number
    }
    if number == counts.count {
      counts.append(0)
      frequencies += row
    }
    counts[number] += 1
    return number
  }

  /// The frequencies of a shape in all fields.
  @inline(__always)
  func frequencies(of shape: Int) -> ArraySlice<UInt32> {
    frequencies[shape * fields..<(shape + 1) * fields]
  }

  /// Hands over the fields that a shape has, each with its frequency.
  @inline(__always)
  func forEachField(of shape: Int, _ body: (_ field: Int, _ frequency: UInt32) -> Void) {
    for field in 0..<fields {
      let frequency = frequencies[shape * fields + field]
      if frequency > 0 { body(field, frequency) }
    }
  }

  /// The sum of the frequencies of a shape.
  @inline(__always)
  func total(of shape: Int) -> Int { frequencies(of: shape).reduce(0) { $0 + Int($1) } }

  /// The shapes, the commonest first and of equally common ones that with fewer occurrences in the first field in
  /// which they differ, and for each number its place among them.
  var ranking: (order: [Int], ranks: [UInt32]) {
    let order = counts.indices.sorted {
      counts[$0] != counts[$1]
        ? counts[$0] > counts[$1]
        : frequencies(of: $0).lexicographicallyPrecedes(frequencies(of: $1))
    }
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, shape) in order.enumerated() { ranks[shape] = UInt32(truncatingIfNeeded: rank) }
    return (order, ranks)
  }

  /// The bytes of some shapes, for each rank with the greatest weight; see ``OccurrenceShapes``.
  func bytes(of order: [Int], greatest: [Double]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (rank, shape) in order.enumerated() {
      let row = frequencies(of: shape)
      let mask = row.enumerated().reduce(UInt32(0)) { $0 | ($1.element > 0 ? 1 << $1.offset : 0) }
      bytes.appendFixed(mask)
      bytes.appendFixed(UInt32(truncatingIfNeeded: total(of: shape)))
      // The next number above, so that rounding never makes it too small.
      bytes.appendFixed(Float(greatest[rank]).nextUp.bitPattern)
      for frequency in row { bytes.appendFixed(frequency) }
    }
    return bytes
  }
}
