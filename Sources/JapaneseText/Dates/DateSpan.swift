/// One end or both ends of a stretch of time, as the words state it.
public struct DateSpan: Hashable, Sendable {
  /// The first end.
  public var opens: DateMention?
  /// The second end.
  public var closes: DateMention?
  /// Where the words stand.
  public var range: Range<Int>
  /// Whether both days are alternatives, not ends (`5日又は6日`).
  public var isList = false

  /// What stands between the two ends.
  public func connection(in text: FoldedText) -> String {
    guard let opens, let closes, opens.range.upperBound <= closes.range.lowerBound else {
      return ""
    }
    return text.string(in: opens.range.upperBound..<closes.range.lowerBound)
  }

  /// The dates of it, in reading order.
  public var mentions: [DateMention] { [opens, closes].compactMap { $0 } }
}

extension DateReader {
  /// The stretches of time in a part of a text: pairs of dates with a sign between them, dates with
  /// から or まで behind them, and dates alone (which stand in `opens`, with nothing in `closes`).
  public func spans(in text: FoldedText, range: Range<Int>? = nil) -> [DateSpan] {
    let dates = dates(in: text, range: range)
    var spans: [DateSpan] = []
    var index = 0
    while index < dates.count {
      let first = dates[index]
      if index + 1 < dates.count,
        let connector = connector(in: text, between: first, and: dates[index + 1])
      {
        let second = dates[index + 1]
        spans.append(
          DateSpan(
            opens: first, closes: second,
            range: first.range.lowerBound..<second.range.upperBound,
            isList: connector == .list))
        index += 2
      } else {
        spans.append(single(first, in: text))
        index += 1
      }
    }
    return spans
  }

  /// A date alone: an end if a word for an end follows, else a beginning.
  private func single(_ date: DateMention, in text: FoldedText) -> DateSpan {
    var reader = ScalarReader(text, in: date.range.upperBound..<text.scalars.count)
    TimeReader.skip(&reader)
    let isEnd = seesEndWord(reader) || followsEndWord(date, in: text)
    return DateSpan(
      opens: isEnd ? nil : date, closes: isEnd ? date : nil, range: date.range)
  }

  private static let endWords = [
    "まで", "迄", "までに", "必着", "締切", "締め切り", "〆切", "〆", "消印", "当日消印", "厳守",
    "(必着", "(消印", "(当日消印", "[必着", "【必着", "を締切", "が締切", "に締", "を期限", "終了", "に終",
  ]

  /// Whether a word for an end stands behind a date; with a colon it is the label of what follows.
  private func seesEndWord(_ reader: ScalarReader) -> Bool {
    var reader = reader
    guard reader.take(any: Self.endWords) != nil else { return false }
    _ = reader.take("日" as Unicode.Scalar)
    return reader.next != ":"
  }

  private func followsEndWord(_ date: DateMention, in text: FoldedText) -> Bool {
    ["by ", "until ", "before ", "締切:", "締切 ", "期限:", "終了日:", "終了日 ", "~", "~ "].contains { word in
      text.hasWord(word, before: date.range.lowerBound)
    }
  }

  private func connector(
    in text: FoldedText, between first: DateMention, and second: DateMention
  ) -> DateConnector? {
    guard first.range.upperBound <= second.range.lowerBound else { return nil }
    var reader = ScalarReader(text, in: first.range.upperBound..<second.range.lowerBound)
    reader.skipBlanks(lineEnds: true)
    TimeReader.skip(&reader)
    guard let connector = DateConnector.between(&reader) else { return nil }
    EnglishDateReader.skipLeadIn(&reader)
    guard reader.isAtEnd else { return nil }
    return isBetween(first, in: text) ? .range : connector
  }

  /// `between October 1 and October 30`: here “and” leads to the second end.
  private func isBetween(_ date: DateMention, in text: FoldedText) -> Bool {
    let word = Array("between ".unicodeScalars)
    let start = max(0, date.range.lowerBound - word.count - 12)
    return text.range(of: word, in: start..<date.range.lowerBound) != nil
  }
}
