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

  @Test("Values start where they were put", arguments: cases)
  func ranges(expected: Case) throws {
    let ends = expected.counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let bytes = ColumnStarts.bytes(of: ends.map { UInt32($0) })
    let region = try ByteRegion(copying: bytes)
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
    #expect(
      ColumnStarts(try ByteRegion(copying: bytes), documents: documents, valueCount: values + 1)
        == nil)
    #expect(
      ColumnStarts(try ByteRegion(copying: bytes + [0]), documents: documents, valueCount: values)
        == nil)
    #expect(
      ColumnStarts(
        try ByteRegion(copying: [9] + bytes.dropFirst()), documents: documents, valueCount: values)
        == nil)
  }
}
