/// Numbers as a section of the file, each in as few bits as all of them need.
///
/// | bytes | hold |
/// | --- | --- |
/// | 0–3 | how many numbers there are |
/// | 4–7 | the bits of each |
/// | 8–11 | the least number |
/// | 12–15 | how many distinct numbers are listed |
/// | then | the distinct numbers, ascending, four bytes each; none where that would take more room |
/// | then | for each number its place among the distinct ones, or how far it is above the least |
struct PackedNumbers: Sendable {
  /// Bytes before the list of distinct numbers.
  static let headLength = 16

  /// How many numbers there are.
  let count: Int
  private let distinct: ByteRegion
  private let rowRegion: ByteRegion
  private let width: Int
  private let least: Int32
  private let isListed: Bool

  /// Reads the head; nil where it does not fit the bytes.
  init?(_ region: ByteRegion) {
    guard region.count >= Self.headLength else { return nil }
    let (count, width, listed) = (
      Int(region.uint32(at: 0)), Int(region.uint32(at: 1)), region.uint32(at: 3)
    )
    guard width <= BitRow.greatestWidth,
      let distinct = region.part(from: UInt64(Self.headLength), count: UInt64(listed) * 4),
      let row = region.part(
        from: UInt64(Self.headLength + distinct.count),
        count: UInt64(BitRow.length(of: count, width: width))),
      row.end == region.end
    else { return nil }
    (self.count, self.width, self.distinct, rowRegion) = (count, width, distinct, row)
    least = Int32(bitPattern: region.uint32(at: 2))
    isListed = listed > 0
  }

  /// The number at a place that is below the count.
  @inline(__always)
  subscript(place: Int) -> Int32 {
    let packed = row[place]
    return isListed
      ? Int32(bitPattern: distinct.uint32(at: Int(packed))) : least &+ Int32(bitPattern: packed)
  }

  /// The numbers above the least, where they are not listed; 0 behind the end.
  var row: BitRow { BitRow(start: rowRegion.start, length: rowRegion.count, width: width) }

  /// What is to be added to a number of the row; nil where the row has places in a list.
  var base: UInt32? { isListed ? nil : UInt32(bitPattern: least) }

  /// Whether every place has a number in the list.
  func isSound() -> Bool {
    !isListed || (0..<count).allSatisfy { Int(row[$0]) < distinct.count / 4 }
  }
}

extension PackedNumbers {
  /// The bytes of some numbers; `mayList` says whether distinct ones may be listed.
  static func bytes(of numbers: [Int32], mayList: Bool = true) -> [UInt8] {
    let least = numbers.min() ?? 0
    let above = BitRow.width(of: numbers.lazy.map { UInt32(bitPattern: $0 &- least) })
    var distinct = mayList ? Set(numbers).sorted() : []
    let listed = BitRow.width(of: [UInt32(max(distinct.count, 1) - 1)])
    if distinct.count * 4 + BitRow.length(of: numbers.count, width: listed)
      >= BitRow.length(of: numbers.count, width: above)
    {
      distinct = []
    }
    let width = distinct.isEmpty ? above : listed
    var bytes: [UInt8] = []
    for number in [numbers.count, width, Int(least), distinct.count] {
      bytes.appendFixed(UInt32(truncatingIfNeeded: number))
    }
    for number in distinct { bytes.appendFixed(number) }
    let places = Dictionary(
      uniqueKeysWithValues: distinct.enumerated().map { ($1, UInt32(truncatingIfNeeded: $0)) })
    var packer = BitPacker()
    for number in numbers {
      packer.append(
        places[number] ?? UInt32(bitPattern: number &- least), width: width, to: &bytes)
    }
    packer.finish(&bytes)
    return bytes
  }
}
