/// Where each document's values start in a column.
///
/// The first four bytes name the form, the next four how many values a document has that has any. Then,
/// by form:
///
/// | form | for | holds |
/// | --- | --- | --- |
/// | 0 | any column | where each document's values start, and the end of the last; four bytes each |
/// | 1 | every document has as many values | nothing |
/// | 2 | a document has none or as many | 64 bits for 64 documents, those with values set; then for each 64 how many have values before them, four bytes |
/// | 3 | no document has more than 15 | four bits a document for 16 of them; then for each 16 where their values start, four bytes |
struct ColumnStarts: Sendable {
  enum Form: UInt32 {
    case plain
    case same
    case some
    case few
  }

  private let form: Form
  private let unit: Int
  /// The number of documents.
  let documents: Int
  /// The starts, or what the documents have in words of 64 bits.
  private let words: ByteRegion
  private let ranks: ByteRegion

  /// The most values of a document that the forms but the first hold.
  private static let greatestUnit = Int(UInt16.max)

  /// Bytes before what the form says.
  static let headLength = 8

  /// Checks that the bytes have the form's length and that the last value ends at `valueCount`.
  init?(_ region: ByteRegion, documents: Int, valueCount: Int) {
    guard let form = Form(rawValue: region.uint32(at: 0)) else { return nil }
    let unit = Int(region.uint32(at: 1))
    guard form == .plain || unit <= Self.greatestUnit else { return nil }
    let groups = form == .some ? (documents + 63) / 64 : (documents + 15) / 16
    let (wordLength, rankLength) =
      switch form {
      case .plain: (4 * (documents + 1), 0)
      case .same: (0, 0)
      case .some, .few: (8 * groups, 4 * groups)
      }
    guard region.count == Self.headLength + wordLength + rankLength,
      let words = region.part(from: UInt64(Self.headLength), count: UInt64(wordLength)),
      let ranks = region.part(
        from: UInt64(Self.headLength + wordLength), count: UInt64(rankLength))
    else { return nil }
    (self.form, self.unit, self.documents, self.words, self.ranks) =
      (form, unit, documents, words, ranks)
    guard end == valueCount else { return nil }
  }

  /// Where the last document's values end.
  private var end: Int {
    let last = ranks.count / 4 - 1
    let (word, rank) = (words.uint64(at: last), Int(ranks.uint32(at: last)))
    return switch form {
    case .plain: Int(words.uint32(at: documents))
    case .same: documents &* unit
    case .some: (rank &+ word.nonzeroBitCount) &* unit
    case .few: rank &+ Self.sum(word)
    }
  }

  /// Returns the places of a document's values; none for a document that is not there.
  @inline(__always)
  func range(of document: DocumentNumber) -> Range<Int> {
    let place = document.index
    guard place < documents else { return 0..<0 }
    switch form {
    case .plain:
      let start = Int(words.uint32(at: place))
      return start..<max(start, Int(words.uint32(at: place + 1)))
    case .same: return place &* unit..<(place + 1) &* unit
    case .some:
      let word = words.uint64(at: place >> 6)
      let bit = UInt64(place & 63)
      guard word &>> bit & 1 != 0 else { return 0..<0 }
      let before = (word & (1 &<< bit &- 1)).nonzeroBitCount
      let start = (Int(ranks.uint32(at: place >> 6)) &+ before) &* unit
      return start..<start &+ unit
    case .few:
      let word = words.uint64(at: place >> 4)
      let shift = UInt64(place & 15) * 4
      let start = Int(ranks.uint32(at: place >> 4)) &+ Self.sum(word & (1 &<< shift &- 1))
      return start..<start &+ Int(word &>> shift & 15)
    }
  }

  /// The sum of the sixteen numbers of four bits in a word.
  @inline(__always)
  private static func sum(_ word: UInt64) -> Int {
    let low: UInt64 = 0x0f0f_0f0f_0f0f_0f0f
    let bytes = (word & low) &+ (word &>> 4 & low)
    return Int((bytes &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// Hands over the documents of a stretch that have no value.
  func forEachEmpty(in range: Range<Int>, _ body: (DocumentNumber) -> Void) {
    if form == .same, unit > 0 { return }
    for place in range {
      let document = DocumentNumber(UInt32(truncatingIfNeeded: place))
      if self.range(of: document).isEmpty { body(document) }
    }
  }

  /// Whether every document's values begin where those of the one before end.
  func isSound() -> Bool {
    if form == .plain {
      return words.uint32(at: 0) == 0
        && (0..<documents).allSatisfy { words.uint32(at: $0) <= words.uint32(at: $0 + 1) }
    }
    var end = 0
    for document in 0..<documents {
      let range = range(of: DocumentNumber(UInt32(document)))
      guard range.isEmpty || range.lowerBound == end else { return false }
      end += range.count
    }
    return true
  }
}

extension ColumnStarts {
  /// The bytes that say where each document's values start; one start more than documents.
  static func bytes(of starts: [UInt32]) -> [UInt8] {
    let counts = zip(starts, starts.dropFirst()).map { $1 - $0 }
    let greatest = counts.max() ?? 0
    let isUniform =
      greatest <= greatestUnit && counts.allSatisfy { $0 == 0 || $0 == greatest }
    let form: Form =
      if isUniform, !counts.contains(0) { .same } else if isUniform {
        .some
      } else if greatest <= 15 { .few } else { .plain }
    var bytes: [UInt8] = []
    bytes.appendFixed(form.rawValue)
    bytes.appendFixed(greatest)
    switch form {
    case .plain: starts.forEach { bytes.appendFixed($0) }
    case .same: break
    case .some: append(counts.map { $0 > 0 ? 1 : 0 }, width: 1, to: &bytes)
    case .few: append(counts, width: 4, to: &bytes)
    }
    return bytes
  }

  /// Words of some numbers of a width, then for each word the sum of all numbers before it.
  private static func append(_ numbers: [UInt32], width: Int, to bytes: inout [UInt8]) {
    let share = UInt64.bitWidth / width
    var ranks: [UInt32] = []
    var sum: UInt32 = 0
    for start in stride(from: 0, to: numbers.count, by: share) {
      ranks.append(sum)
      var word: UInt64 = 0
      for (place, number) in numbers[start..<min(start + share, numbers.count)].enumerated() {
        word |= UInt64(number) << UInt64(place * width)
        sum += number
      }
      bytes.appendFixed(word)
    }
    ranks.forEach { bytes.appendFixed($0) }
  }
}
