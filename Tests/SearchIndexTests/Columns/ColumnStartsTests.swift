import Testing

@testable import SearchIndex

/// Every form in which a column says where its values start gives back the same ranges.
@Suite struct ColumnStartsTests {
  struct Case: Sendable {
    let name: String
    let form: ColumnStarts.Form
    let counts: [Int]
  }

  static let cases: [Case] = [
    Case(name: "no documents", form: .same, counts: []),
    Case(name: "no values", form: .some, counts: [Int](repeating: 0, count: 70)),
    Case(name: "one each", form: .same, counts: [Int](repeating: 1, count: 70)),
    Case(name: "two each", form: .same, counts: [Int](repeating: 2, count: 65)),
    Case(name: "none or two", form: .some, counts: (0..<200).map { $0 % 3 == 0 ? 2 : 0 }),
    Case(name: "the last of a word", form: .some, counts: (0..<64).map { $0 == 63 ? 1 : 0 }),
    Case(name: "up to fifteen", form: .few, counts: (0..<131).map { $0 % 16 }),
    Case(name: "fifteen in a row", form: .few, counts: [Int](repeating: 15, count: 33) + [0, 1]),
    Case(name: "one with many", form: .plain, counts: [1, 0, 16, 2]),
  ]

  private func region(_ bytes: [UInt8]) throws -> ByteRegion {
    let margin = [UInt8](repeating: 0, count: IndexFileFormat.margin)
    let all = try #require(IndexStorage(copying: bytes + margin).region)
    return try #require(all.part(from: 0, count: UInt64(bytes.count)))
  }

  @Test("Values start where they were put", arguments: cases)
  func ranges(expected: Case) throws {
    let ends = expected.counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let bytes = ColumnStarts.bytes(of: ends.map { UInt32($0) })
    let region = try region(bytes)
    #expect(region.uint32(at: 0) == expected.form.rawValue)
    let documents = expected.counts.count
    let starts = try #require(
      ColumnStarts(region, documents: documents, valueCount: ends[documents]))
    for (document, count) in expected.counts.enumerated() {
      let range = starts.range(of: DocumentNumber(UInt32(document)))
      #expect(range.count == count)
      if count > 0 { #expect(range.lowerBound == ends[document]) }
    }
    #expect(starts.range(of: DocumentNumber(UInt32(documents))).isEmpty)
    #expect(starts.isSound())
  }

  @Test("Starts that do not fit the documents or the values are refused", arguments: cases)
  func misfits(expected: Case) throws {
    let ends = expected.counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let bytes = ColumnStarts.bytes(of: ends.map { UInt32($0) })
    let (documents, values) = (expected.counts.count, ends[expected.counts.count])
    #expect(ColumnStarts(try region(bytes), documents: documents, valueCount: values + 1) == nil)
    #expect(
      ColumnStarts(try region(bytes + [0]), documents: documents, valueCount: values) == nil)
    #expect(
      ColumnStarts(try region([9] + bytes.dropFirst()), documents: documents, valueCount: values)
        == nil)
  }

  static let numbers: [[Int32]] = [
    [], [7], [0, 0, 0], [.min, .max, 0, -1], (0..<300).map { $0 % 7 * 100_000 },
    (0..<300).map { 20_260_000 + $0 }, [Int32](repeating: -5, count: 40) + [.min],
  ]

  @Test("Numbers come back as they were put, listed or not", arguments: numbers, [true, false])
  func packed(numbers: [Int32], mayList: Bool) throws {
    let packed = try #require(
      PackedNumbers(try region(PackedNumbers.bytes(of: numbers, mayList: mayList))))
    #expect(packed.count == numbers.count)
    #expect(numbers.indices.map { packed[$0] } == numbers)
    #expect(packed.isSound())
    if !mayList { #expect(packed.base != nil) }
  }

  @Test("Bytes that are no numbers are refused")
  func damaged() throws {
    let bytes = PackedNumbers.bytes(of: (0..<100).map { $0 * 3 })
    #expect(PackedNumbers(try region(Array(bytes.dropLast()))) == nil)
    #expect(PackedNumbers(try region(Array(bytes.prefix(12)))) == nil)
    var wide = bytes
    wide[4] = 33
    #expect(PackedNumbers(try region(wide)) == nil)
  }
}
