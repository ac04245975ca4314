import DocumentParsing
import JapaneseText
import RecruitmentModel

/// A value read from statements, before it becomes a fact of a record.
struct Finding<Value: FactValue>: Sendable {
  /// The value.
  var value: Value
  /// The words that state it.
  var quotes: [Quote]
  /// How likely it is to be right, 0 to 1, whatever it is made of.
  var confidence: Double

  /// Makes a finding.
  init(_ value: Value, quotes: [Quote], confidence: Double = Confidence.labelled) {
    self.value = value
    self.quotes = quotes
    self.confidence = confidence
  }

  /// How likely the value is to be right as a whole, in full hundredths.
  private var confidenceOfWhole: Double {
    ((confidence - ValueDoubt.of(Value.self)) * 100).rounded() / 100
  }

  /// The fact of a record, whose only page is the one that was read.
  func fact(basis: Basis, asOf: PartialDate?, _ places: QuotePlaces) -> Fact<Value> {
    let dated = WeekdayNote.dated(value)
    let evidence = places.evidence(of: quotes).map { words in
      Evidence.page(words.noted(dated.flatMap { WeekdayNote.text(on: words.quote, of: $0) }))
    }
    return Fact(
      value, basis: basis, asOf: asOf, confidence: confidenceOfWhole, evidence: evidence)
  }
}

/// Words of a page that prove a value.
struct Quote: Hashable, Sendable {
  /// The label or headings that they stand under.
  let section: String?
  /// The words, as the page has them; at most as long as evidence may be.
  let text: String
  /// The place of their statement in reading order.
  let order: Int

  /// The words around a range of a statement: the sentences that it touches, as far as they fit.
  init(_ statement: ReadStatement, around range: Range<Int>? = nil) {
    let text = statement.text
    let limit = PageEvidence.longestQuote
    var words = range ?? text.scalars.indices
    if let range {
      let sentence = text.stretch(around: range) { $0 == "。" || $0 == "\n" }
      words = sentence.count <= limit ? sentence : range
    }
    section = statement.section
    order = statement.order
    self.text = Self.fitted(text, words, limit)
  }

  /// The words of a range of a statement and no others, as far as they fit.
  init(_ statement: ReadStatement, exactly range: Range<Int>) {
    section = statement.section
    order = statement.order
    text = Self.fitted(statement.text, range, PageEvidence.longestQuote)
  }

  private static func fitted(_ text: FoldedText, _ range: Range<Int>, _ limit: Int) -> String {
    var end = range.upperBound
    var words = text.original(of: range.lowerBound..<end)
    while words.unicodeScalars.count > limit, end > range.lowerBound + 1 {
      end -= max(1, (words.unicodeScalars.count - limit) / 2)
      words = text.original(of: range.lowerBound..<max(end, range.lowerBound + 1))
    }
    return words.trimmingBlanks
  }
}
