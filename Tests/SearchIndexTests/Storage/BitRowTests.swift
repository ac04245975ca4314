import Testing

@testable import SearchIndex

/// Numbers of every width come back from between their neighbours.
@Suite struct BitRowTests {
  @Test("Numbers of a width are read where they were packed", arguments: 0...BitRow.greatestWidth)
  func packing(width: Int) throws {
    var random = SeededGenerator(seed: UInt64(width))
    let greatest = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
    let numbers =
      [greatest, 0] + (0..<75).map { _ in UInt32.random(in: 0...greatest, using: &random) }
    #expect(BitRow.width(of: numbers) == width)
    var bytes: [UInt8] = []
    var packer = BitPacker()
    for number in numbers { packer.append(number, width: width, to: &bytes) }
    packer.finish(&bytes)
    #expect(bytes.count == BitRow.length(of: numbers.count, width: width))
    let margin = [UInt8](repeating: 0xff, count: 8)
    (bytes + margin).withUnsafeBytes { all in
      guard let start = all.baseAddress else { return }
      let row = BitRow(start: start, length: bytes.count, width: width)
      #expect(numbers.indices.map { row[$0] } == numbers)
      #expect(numbers.indices.dropLast().map { row.number(at: $0 * width) } == numbers.dropLast())
      #expect(row[numbers.count * 9] == 0)
    }
  }

  @Test("A packer that was finished begins at a byte")
  func finishing() {
    var bytes: [UInt8] = []
    var packer = BitPacker()
    packer.append(5, width: 3, to: &bytes)
    packer.finish(&bytes)
    packer.finish(&bytes)
    packer.append(1, width: 1, to: &bytes)
    packer.finish(&bytes)
    #expect(bytes == [5, 1])
  }

  @Test("A word has the bits from any place on")
  func words() {
    let bytes: [UInt8] = [0b1010_0000, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return }
      let row = BitRow(start: start, length: bytes.count, width: 1)
      #expect(row.word(from: 0) == 0xffa0)
      #expect(row.word(from: 5) == 0b111_1111_1101)
    }
  }
}
