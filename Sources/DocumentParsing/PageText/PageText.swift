import JapaneseText

/// The words of a page in the order of its source, to find quotations in.
///
/// It is made without the reader of structure: of HTML the text between the tags with the texts of
/// images, of a PDF the words in pdftotext's order, of a text file all of it. Blanks count for nothing.
///
/// Places are counted in Unicode scalars of the decoded page: the source of an HTML page as it was
/// decoded, tags and all, without a byte order mark; a text file likewise; of a PDF
/// `ParsedDocument.source`.
public struct PageText: Sendable {
  /// Words of a page, with where they stand.
  public struct Stretch: Hashable, Sendable {
    /// The words.
    public let words: String
    /// Where they stand; nil where they were not found.
    public let place: Range<Int>?

    /// Makes a stretch.
    public init(words: String, place: Range<Int>?) {
      self.words = words
      self.place = place
    }
  }

  private let source: [UInt8]
  /// How many scalars begin before each 256th byte.
  private let scalarsBefore: [Int]
  private let isMarkup: Bool
  private let words: SourceWords
  /// The words with those that the reader of pages leaves out.
  private let allWords: Deferred<SourceWords>

  /// Takes the words of a decoded page.
  public init(_ text: String, isMarkup: Bool) {
    let source = Array(text.utf8)
    self.source = source
    scalarsBefore = Self.counts(of: source)
    self.isMarkup = isMarkup
    words =
      isMarkup
      ? SourceScanner.words(of: source, hides: true) : SourceScanner.plainWords(of: source)
    let words = words
    allWords = Deferred {
      isMarkup ? SourceScanner.words(of: source, hides: false) : words
    }
  }

  // MARK: Finding

  /// A quotation as stretches that stand in the page.
  ///
  /// Mostly it is one; more where words that are struck out or the text of an image stand between.
  ///
  /// - Parameters:
  ///   - quote: The words.
  ///   - matter: Where the piece of the page stands that they were read in, as `places(of:)` gives it;
  ///     among several occurrences the one there is taken, else the first.
  /// - Returns: The stretches; one without a place where the page has no such words.
  public func stretches(of quote: String, in matter: @autoclosure () -> Range<Int>? = nil)
    -> [Stretch]
  {
    let (wanted, offsets) = Blanks.left(out: quote)
    guard !wanted.isEmpty else { return [] }
    if let place = occurrence(of: wanted, in: matter()) {
      let parts = words.parts(of: place)
      return parts.map { part in
        let range = part.lowerBound - place.lowerBound..<part.upperBound - place.lowerBound
        let piece = parts.count == 1 ? quote : Self.cut(quote, range, offsets)
        return Stretch(words: piece, place: scalars(words.source(of: part)))
      }
    }
    if let place = allWords.value.place(of: wanted) {
      return [Stretch(words: quote, place: scalars(allWords.value.source(of: place)))]
    }
    return parts(of: quote) ?? [Stretch(words: quote, place: nil)]
  }

  /// The most parts that a quotation is taken apart into, and the fewest bytes of one.
  private static let mostParts = 6
  private static let shortestPart = 6

  /// A quotation that the page does not have in a row as the longest parts that it has; nil where they
  /// are too many or too short to prove anything.
  private func parts(of quote: String) -> [Stretch]? {
    var parts: [Stretch] = []
    for line in quote.split(whereSeparator: \.isNewline) {
      let (wanted, offsets) = Blanks.left(out: String(line))
      var start = 0
      while start < wanted.count {
        let end = start + longestStart(of: wanted[start...])
        guard end > start, parts.count < Self.mostParts,
          let place = words.place(of: Array(wanted[start..<end]))
        else { return nil }
        parts.append(
          Stretch(
            words: Self.cut(String(line), start..<end, offsets),
            place: scalars(words.source(of: place))))
        start = end
      }
    }
    let long = parts.filter { $0.words.utf8.count >= Self.shortestPart }
    return long.isEmpty ? nil : long
  }

  /// How many bytes of some words the page has in a row, from their first on; no character is cut.
  private func longestStart(of wanted: ArraySlice<UInt8>) -> Int {
    let ends = wanted.indices.dropFirst().filter { wanted[$0] & 0xC0 != 0x80 } + [wanted.endIndex]
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      let isThere = words.place(of: Array(wanted[wanted.startIndex..<ends[middle]])) != nil
      if isThere { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : ends[low - 1] - wanted.startIndex
  }

  /// The words between two places of the words without blanks.
  private static func cut(_ quote: String, _ range: Range<Int>, _ offsets: [Int]) -> String {
    let bytes = quote.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: offsets[range.lowerBound])
    let end =
      range.upperBound < offsets.count
      ? bytes.index(bytes.startIndex, offsetBy: offsets[range.upperBound]) : bytes.endIndex
    return String(quote[start..<end])
  }

  /// The occurrence in a piece of the page, which is asked for only where there are several.
  private func occurrence(
    of wanted: [UInt8], in matter: @autoclosure () -> Range<Int>?
  ) -> Range<Int>? {
    guard let first = words.place(of: wanted) else { return nil }
    guard words.place(of: wanted, from: first.lowerBound + 1) != nil, let matter = matter() else {
      return first
    }
    // A label may stand before the piece whose value it announces.
    if let inside = words.place(of: wanted, from: matter.lowerBound),
      inside.lowerBound < matter.upperBound
    {
      return inside
    }
    return words.place(of: wanted, from: max(0, matter.lowerBound - wanted.count)) ?? first
  }

  // MARK: Pieces in a row

  /// The most pieces that are looked for in the whole page after they were not found where expected.
  private static let mostSearches = 100
  /// How far behind the piece before a piece is looked for after that.
  private static let nearby = 1 << 14

  /// Where pieces of the page stand that follow each other in reading order, as `stretches(of:in:)`
  /// takes it; nil for those that are not found.
  public func places(of pieces: [String]) -> [Range<Int>?] {
    var cursor = 0
    var searches = 0
    return pieces.map { piece in
      let wanted = Blanks.bytes(leftOutOf: piece)
      if let next = words.place(of: wanted, from: cursor, to: cursor + Self.nearby) {
        cursor = next.lowerBound
        return next
      }
      guard searches < Self.mostSearches else { return nil }
      searches += 1
      if let next = words.place(of: wanted, from: cursor) {
        cursor = next.lowerBound
        return next
      }
      return words.place(of: wanted)
    }
  }

  // MARK: Reading again

  /// Whether the page has a quotation, in a row.
  public func contains(_ quote: String) -> Bool {
    let wanted = Blanks.bytes(leftOutOf: quote)
    return words.place(of: wanted) != nil || allWords.value.place(of: wanted) != nil
  }

  /// Whether a quotation stands at a place.
  public func states(_ quote: String, at place: Range<Int>) -> Bool {
    guard let bytes = bytes(place) else { return false }
    let stretch = Array(source[bytes])
    let wanted = Blanks.bytes(leftOutOf: quote)
    guard isMarkup else { return SourceScanner.plainWords(of: stretch).bytes == wanted }
    return SourceScanner.words(of: stretch, hides: true).bytes == wanted
      || SourceScanner.words(of: stretch, hides: false).bytes == wanted
  }

  // MARK: Places

  private func scalars(_ bytes: Range<Int>) -> Range<Int> {
    scalars(before: bytes.lowerBound)..<scalars(before: bytes.upperBound)
  }

  /// How many scalars begin before a byte.
  private func scalars(before end: Int) -> Int {
    let start = end & ~(Self.stride - 1)
    return scalarsBefore[start / Self.stride] + Self.scalars(source[start..<end])
  }

  private static let stride = 256

  private static func counts(of source: [UInt8]) -> [Int] {
    var counts = [0]
    counts.reserveCapacity(source.count / stride + 1)
    var start = 0
    while start + stride <= source.count {
      counts.append((counts.last ?? 0) + scalars(source[start..<start + stride]))
      start += stride
    }
    return counts
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer(UTF8.count)
  }

  /// The bytes between two places; nil where the page is not so long.
  private func bytes(_ place: Range<Int>) -> Range<Int>? {
    var count = -1
    var start: Int?
    for (index, byte) in source.enumerated() where byte & 0xC0 != 0x80 {
      count += 1
      if count == place.lowerBound { start = index }
      if count == place.upperBound { return start.map { $0..<index } }
    }
    return count + 1 == place.upperBound ? start.map { $0..<source.count } : nil
  }
}
