/// The words of a source without its blanks, with the way back to where each of them stands.
struct SourceWords: Sendable {
  /// A stretch that stands in the source as it is, or what a character reference stands for.
  private struct Run {
    let start: Int
    let source: Int
    var sourceLength: Int
    let isReference: Bool
  }

  /// The words, as UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The places at which the source has words that are not among these.
  private(set) var gaps: [Int] = []
  private var runs: [Run] = []

  /// Makes room for the words of a source of a length.
  init(sourceLength: Int) {
    bytes.reserveCapacity(sourceLength / 2)
  }

  // MARK: Gathering

  /// Adds a stretch of the source without blanks.
  mutating func append(_ stretch: Slice<UnsafeBufferPointer<UInt8>>) {
    if let last = runs.indices.last, !runs[last].isReference,
      runs[last].source + runs[last].sourceLength == stretch.startIndex
    {
      runs[last].sourceLength += stretch.count
    } else {
      runs.append(
        Run(
          start: bytes.count, source: stretch.startIndex, sourceLength: stretch.count,
          isReference: false))
    }
    bytes.append(contentsOf: stretch)
  }

  /// Adds what a character reference of the source stands for.
  mutating func append(_ scalar: Unicode.Scalar, for source: Range<Int>) {
    let text = String(scalar)
    guard !Blanks.bytes(leftOutOf: text).isEmpty else { return }
    runs.append(
      Run(
        start: bytes.count, source: source.lowerBound, sourceLength: source.count,
        isReference: true))
    bytes.append(contentsOf: text.utf8)
  }

  /// Notes that words of the source are left out here.
  mutating func noteGap() {
    if gaps.last != bytes.count { gaps.append(bytes.count) }
  }

  // MARK: Finding

  /// Where some words stand next at or behind a place and, where an end is given, before that.
  func place(of words: [UInt8], from start: Int = 0, to end: Int = .max) -> Range<Int>? {
    let end = min(end, bytes.count)
    guard start >= 0, !words.isEmpty, start + words.count <= end else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      words.withUnsafeBufferPointer { words in
        Self.find(words, in: bytes, from: start, to: end).map { $0..<$0 + words.count }
      }
    }
  }

  /// Where some bytes begin among others: the byte that stands under the last one of them says how far
  /// they can be moved on.
  private static func find(
    _ words: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    to end: Int
  ) -> Int? {
    let last = words.count - 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { moves in
      moves.initialize(repeating: words.count)
      for (index, byte) in words.dropLast().enumerated() { moves[Int(byte)] = last - index }
      var place = start
      while place + last < end {
        var index = last
        while index >= 0, bytes[place + index] == words[index] { index -= 1 }
        if index < 0 { return place }
        place += moves[Int(bytes[place + last])]
      }
      return nil
    }
  }

  /// The parts of a place between the gaps inside it.
  func parts(of place: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = place.lowerBound
    for gap in gaps where gap > start && gap < place.upperBound {
      parts.append(start..<gap)
      start = gap
    }
    return parts + [start..<place.upperBound]
  }

  /// Where the words of a place stand in the source, in UTF-8 offsets.
  func source(of place: Range<Int>) -> Range<Int> {
    let first = run(at: place.lowerBound)
    let last = run(at: place.upperBound - 1)
    let start = first.isReference ? first.source : first.source + place.lowerBound - first.start
    let end =
      last.isReference
      ? last.source + last.sourceLength : last.source + place.upperBound - last.start
    return start..<end
  }

  private func run(at place: Int) -> Run {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start > place { high = middle } else { low = middle + 1 }
    }
    return runs[low - 1]
  }
}

/// What counts as a blank when words are compared: white space, and what cannot be seen.
enum Blanks {
  /// How many bytes the blank takes that begins at a place; 0 where none does.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let first = bytes[place]
    if first <= 0x20 || first == 0x7F { return 1 }
    guard first >= 0xC2 else { return 0 }
    let second = place + 1 < bytes.count ? bytes[place + 1] : 0
    if first == 0xC2 { return second <= 0xA0 || second == 0xAD ? 2 : 0 }
    let third = place + 2 < bytes.count ? bytes[place + 2] : 0
    switch (first, second, third) {
    case (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x80...0x8F),
      (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF):
      return 3
    default: return 0
    }
  }

  /// The bytes of a text without blanks.
  static func bytes(leftOutOf text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { source in
      [UInt8](unsafeUninitializedCapacity: source.count) { bytes, count in
        var place = 0
        while place < source.count {
          let blank = length(source, at: place)
          if blank == 0 {
            bytes[count] = source[place]
            count += 1
          }
          place += max(1, blank)
        }
      }
    }
  }

  /// The bytes of a text without blanks, and the offset of each in the text.
  static func left(out text: String) -> (bytes: [UInt8], offsets: [Int]) {
    var text = text
    return text.withUTF8 { source in
      var offsets: [Int] = []
      let bytes = [UInt8](unsafeUninitializedCapacity: source.count) { bytes, count in
        offsets = [Int](unsafeUninitializedCapacity: source.count) { offsets, places in
          var place = 0
          while place < source.count {
            let blank = length(source, at: place)
            if blank == 0 {
              bytes[places] = source[place]
              offsets[places] = place
              places += 1
            }
            place += max(1, blank)
          }
          count = places
        }
      }
      return (bytes, offsets)
    }
  }
}
