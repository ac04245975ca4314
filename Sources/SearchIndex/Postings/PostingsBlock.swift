/// Where the rows of one block stand, ready to be read; it does not hold the index.
struct PostingsBlock {
  /// The first number that a document of the block can have.
  let base: Int
  /// The number of documents.
  let count: Int
  private let marks: BitRow
  private let lowerParts: BitRow
  /// For each document the number of its shape.
  let codes: BitRow
  private let places: BitRow
  /// Bits of the marks.
  let markCount: Int
  private let lowerWidth: Int
  /// Whether the term has places.
  let hasPlaces: Bool

  /// No block at all.
  init(at start: UnsafeRawPointer) {
    let none = BitRow(start: start, length: 0, width: 0)
    (base, count, markCount, lowerWidth, hasPlaces) = (0, 0, 0, 0, false)
    (marks, lowerParts, codes, places) = (none, none, none, none)
  }

  /// Finds the rows; nil where they do not lie inside the bytes.
  init?(_ bytes: UnsafeRawBufferPointer, base: Int, count: Int) {
    guard bytes.count >= PostingsFormat.headLength, let start = bytes.baseAddress else {
      return nil
    }
    self.base = base
    self.count = count
    lowerWidth = Int(bytes[0])
    let codeWidth = Int(bytes[2])
    hasPlaces = bytes[3] != PostingsFormat.noPlaces
    let placeWidth = hasPlaces ? Int(bytes[3]) : 0
    let limit = BitRow.greatestWidth
    guard lowerWidth <= limit, codeWidth <= limit, placeWidth <= limit else { return nil }
    let marksLength = Int(bytes[1])
    markCount = marksLength * 8
    let lowerStart = PostingsFormat.headLength + marksLength
    let codeStart = lowerStart + (count * lowerWidth + 7) / 8
    let placeStart = codeStart + (count * codeWidth + 7) / 8
    guard placeStart <= bytes.count else { return nil }
    func row(from offset: Int, to end: Int, width: Int) -> BitRow {
      BitRow(start: start + offset, length: end - offset, width: width)
    }
    marks = row(from: PostingsFormat.headLength, to: lowerStart, width: 1)
    lowerParts = row(from: lowerStart, to: codeStart, width: lowerWidth)
    codes = row(from: codeStart, to: placeStart, width: codeWidth)
    places = row(from: placeStart, to: bytes.count, width: placeWidth)
  }

  /// The document at a place in the block, which has one there, whose mark stands at a bit.
  @inline(__always)
  func document(at place: Int, mark: Int) -> Int {
    base + ((mark - place) << lowerWidth | Int(lowerParts.number(at: place &* lowerWidth)))
  }

  /// Hands over every document of the block.
  @inline(__always)
  func forEachDocument(_ body: (Int) -> Void) {
    var place = 0
    var bit = 0
    while bit < markCount, place < count {
      var word = marks.word(from: bit)
      while word != 0, place < count {
        body(document(at: place, mark: bit + word.trailingZeroBitCount))
        word &= word &- 1
        place += 1
      }
      bit += BitRow.wordLength
    }
  }

  /// Hands over the documents from one on that stand before an end, each with its place; returns the place and
  /// the mark of the first that does not, nil where all do.
  @inline(__always)
  func forEachDocument(
    from start: (place: Int, mark: Int), before end: Int,
    _ body: (_ document: Int, _ place: Int) -> Void
  ) -> (place: Int, mark: Int)? {
    var place = start.place
    var bit = start.mark
    while bit < markCount, place < count {
      var word = marks.word(from: bit)
      while word != 0, place < count {
        let mark = bit + word.trailingZeroBitCount
        let document = document(at: place, mark: mark)
        guard document < end else { return (place, mark) }
        body(document, place)
        word &= word &- 1
        place += 1
      }
      bit += BitRow.wordLength
    }
    return nil
  }

  /// The number of the shape of a document's occurrences.
  @inline(__always)
  func code(at place: Int) -> Int { Int(codes[place]) }

  /// Upper parts that differ by so much are reached sooner one by one.
  private static let nearParts = 4

  /// The place and the mark of the first document that is not before `target`, from those of an earlier one.
  ///
  /// The place is the number of documents where there is none.
  @inline(__always)
  func seek(_ target: Int, from start: (place: Int, mark: Int)) -> (place: Int, mark: Int) {
    var (place, mark) = start
    let wanted = target &- base
    let missing = wanted >> lowerWidth &- (mark &- place)
    guard missing >= 0 else { return start }
    if missing > Self.nearParts { skip(missing, place: &place, mark: &mark) }
    // Few are left before those with the upper part of the target, or a greater one.
    while place < count, mark < markCount,
      (mark &- place) << lowerWidth | Int(lowerParts.number(at: place &* lowerWidth)) < wanted
    {
      place &+= 1
      mark = self.mark(from: mark &+ 1)
    }
    return (min(place, count), mark)
  }

  /// A place of the term in a text, by its number in the block.
  @inline(__always)
  func place(_ number: Int) -> UInt32 { places[number] }

  /// How many places the bytes can hold; all that are 0 take none.
  @inline(__always)
  func end(ofPlaces number: Int, count: Int) -> Int {
    guard hasPlaces else { return number }
    guard places.width > 0 else { return number &+ min(count, 1) }
    return min(number &+ count, places.length * 8 / places.width)
  }

  /// The bit of the next mark; not below the number of bits where there is none.
  @inline(__always)
  func mark(from start: Int) -> Int {
    var bit = start
    while bit < markCount {
      let word = marks.word(from: bit)
      if word != 0 { return bit + word.trailingZeroBitCount }
      bit += BitRow.wordLength
    }
    return bit
  }

  /// The bit of the mark that has so many others before it, from a bit on.
  @inline(__always)
  func mark(from start: Int, passing count: Int) -> Int {
    var bit = start
    var left = count
    while bit < markCount {
      var word = marks.word(from: bit)
      let found = word.nonzeroBitCount
      if found > left {
        for _ in 0..<left { word &= word &- 1 }
        return bit + word.trailingZeroBitCount
      }
      left -= found
      bit += BitRow.wordLength
    }
    return bit
  }

  /// Moves from a document to the first whose upper part is greater by so much at least, and by one at least.
  @inline(__always)
  private func skip(_ missing: Int, place: inout Int, mark: inout Int) {
    var missing = missing
    // Every zero between the marks makes the upper part one greater.
    var bit = mark &+ 1
    place &+= 1
    while bit < markCount {
      let word = marks.word(from: bit)
      // Above the word there are ones, so that no zero is found there.
      var left = ~word & (1 << UInt64(BitRow.wordLength) - 1)
      let zeros = left.nonzeroBitCount
      if zeros >= missing {
        for _ in 1..<missing { left &= left &- 1 }
        let distance = left.trailingZeroBitCount
        place &+= distance &- (missing &- 1)
        mark = self.mark(from: bit &+ distance &+ 1)
        return
      }
      missing &-= zeros
      place &+= BitRow.wordLength &- zeros
      bit &+= BitRow.wordLength
    }
    place = count
    mark = markCount
  }
}
