import DocumentParsing
import JapaneseText
import RecruitmentModel

/// Finds where quotations stand on a page; the page's words are gone through when the first is looked for.
struct QuotePlaces: Sendable {
  private let text: Deferred<PageText>
  /// Where the statements stand, by their place in reading order.
  private let matters: Deferred<[Int: Range<Int>]>

  /// Prepares the finding.
  init(in page: PageReading) {
    let document = page.document
    let text = Deferred { document.pageText }
    self.text = text
    let statements = page.statements
    matters = Deferred {
      // A statement that is read for two matters stands there twice, in a row.
      let pieces = statements.enumerated().filter { index, statement in
        index == 0 || statements[index - 1].order != statement.order
      }.map(\.element)
      let places = text.value.places(of: pieces.map(\.statement.text))
      return Dictionary(
        zip(pieces, places).compactMap { piece, place in place.map { (piece.order, $0) } },
        uniquingKeysWith: { one, _ in one })
    }
  }

  /// The quotations as evidence from the record's only page, each once.
  func evidence(of quotes: [Quote]) -> [PageEvidence] {
    // Most facts have one.
    if quotes.count == 1, let quote = quotes.first {
      let evidence = evidence(of: quote)
      if evidence.count == 1 { return evidence }
    }
    var seen: Set<TextKey> = []
    let evidence = quotes.filter { seen.insert(TextKey($0.text)).inserted }.flatMap(evidence)
    var places: Set<Range<Int>> = []
    return evidence.filter { words in
      guard let start = words.start, let end = words.end else { return true }
      return places.insert(start..<end).inserted
    }
  }

  private func evidence(of quote: Quote) -> [PageEvidence] {
    var stretches = text.value.stretches(of: quote.text, in: matters.value[quote.order])
    if stretches.isEmpty { stretches = [.init(words: quote.text, place: nil)] }
    let telling = stretches.filter { $0.words.unicodeScalars.contains(where: \.isTelling) }
    // Where struck-out words leave a lone bracket or mark, that proves nothing.
    return (telling.isEmpty ? stretches : telling).map {
      PageEvidence(
        page: 0, section: quote.section, quote: $0.words.trimmingBlanks,
        start: $0.place?.lowerBound,
        end: $0.place?.upperBound)
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit.
  fileprivate var isTelling: Bool { properties.isAlphabetic || properties.numericType != nil }
}
