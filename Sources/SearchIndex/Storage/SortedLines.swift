/// Lines of a key, a tab and a value, sorted by the bytes of their keys and read where they lie.
///
/// It is what a caller attaches to an index so that it need not be made anew at every start. A key holds
/// no byte below 32. Lines of one key keep the order in which they were given.
public struct SortedLines: Sendable {
  private let starts: ByteRegion
  private let bytes: ByteRegion
  /// The number of lines.
  public let count: Int

  private static let tab = UInt8(ascii: "\t")

  /// The bytes of some lines; those whose key cannot be one are left out.
  public static func bytes(of lines: [(key: String, value: String)]) -> [UInt8] {
    // The sort keeps the order of equal keys.
    let sorted = lines.filter { !$0.key.isEmpty && !$0.key.utf8.contains { $0 < 32 } }
      .map { (key: Array($0.key.utf8), value: $0.value) }
      .sorted { one, other in
        one.key.withUnsafeBytes { one in
          other.key.withUnsafeBytes { Platform.order(one, $0) < 0 }
        }
      }
    var bytes: [UInt8] = []
    bytes.appendFixed(UInt32(sorted.count))
    var end: UInt32 = 0
    bytes.appendFixed(end)
    for line in sorted {
      end += UInt32(line.key.count + 1 + line.value.utf8.count)
      bytes.appendFixed(end)
    }
    for line in sorted {
      bytes.append(contentsOf: line.key)
      bytes.append(tab)
      bytes.append(contentsOf: line.value.utf8)
    }
    return bytes
  }

  /// Takes the bytes; nil where they are no lines.
  init?(_ region: ByteRegion) {
    count = Int(region.uint32(at: 0))
    guard let starts = region.part(from: 4, count: UInt64(count + 1) * 4),
      let bytes = region.part(
        from: UInt64(count + 2) * 4, count: UInt64(starts.uint32(at: count))),
      bytes.end == region.end
    else { return nil }
    self.starts = starts
    self.bytes = bytes
  }

  /// The key of a line.
  public func key(_ line: Int) -> String {
    String(decoding: content(line).prefix { $0 != Self.tab }, as: UTF8.self)
  }

  /// The value of a line.
  public func value(_ line: Int) -> String {
    String(decoding: content(line).drop { $0 != Self.tab }.dropFirst(), as: UTF8.self)
  }

  /// The lines of a key.
  public func lines(of key: String) -> Range<Int> {
    var walk = Walk(self)
    for byte in key.utf8 where !walk.step(byte) { return 0..<0 }
    return walk.ended
  }

  /// Whether every line lies behind the one before and the keys ascend.
  public func isSound() -> Bool {
    var last: [UInt8] = []
    for line in 0..<count {
      guard starts.uint32(at: line) <= starts.uint32(at: line + 1) else { return false }
      let key = Array(content(line).prefix { $0 != Self.tab })
      guard content(line).contains(Self.tab), !key.lexicographicallyPrecedes(last) else {
        return false
      }
      last = key
    }
    return true
  }

  private func content(_ line: Int) -> UnsafeRawBufferPointer {
    let start = Int(starts.uint32(at: line))
    let end = Int(starts.uint32(at: line + 1))
    guard start <= end, end <= bytes.count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: bytes.start + start, count: end - start)
  }

  /// The byte of a line at a depth; 0 behind its end.
  @inline(__always)
  private func byte(_ line: Int, _ depth: Int) -> UInt8 {
    let place = Int(starts.uint32(at: line)) + depth
    guard place < Int(starts.uint32(at: line + 1)), place < bytes.count else { return 0 }
    return bytes.start.load(fromByteOffset: place, as: UInt8.self)
  }

  /// Goes down the keys byte by byte, to all that begin with the bytes gone through.
  public struct Walk {
    private let lines: SortedLines
    private var range: Range<Int>
    private var depth = 0

    /// Stands before the first byte of all keys.
    public init(_ lines: SortedLines) {
      self.lines = lines
      range = 0..<lines.count
    }

    /// The lines whose keys begin with the bytes gone through.
    public var begun: Range<Int> { range }

    /// The lines whose keys are the bytes gone through.
    public var ended: Range<Int> {
      range.lowerBound..<first(above: SortedLines.tab)
    }

    /// Goes on by a byte; false where no key does.
    public mutating func step(_ byte: UInt8) -> Bool {
      let start = byte == 0 ? range.lowerBound : first(above: byte - 1)
      range = start..<Swift.max(start, first(above: byte))
      depth += 1
      return !range.isEmpty
    }

    /// The first line whose byte at the depth is above one.
    private func first(above byte: UInt8) -> Int {
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if lines.byte(middle, depth) > byte { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}

extension InvertedIndex {
  /// The lines attached under a name, nil where there are none.
  public func lines(named name: String) -> SortedLines? {
    attachmentNames.firstIndex(of: name).flatMap { SortedLines(attachments[$0]) }
  }
}
