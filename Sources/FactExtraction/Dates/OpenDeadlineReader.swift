import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads deadlines without a date: at any time, or so long before something else.
struct OpenDeadlineReader {
  let lexicon: Lexicon
  /// The kind of the program: what is said of another kind is another matter.
  let kind: KindName?

  // MARK: Relative to something else

  /// `修練開始の2月前まで`, `前月10日まで`: the phrase that says it.
  func relativeDeadline(in statement: ReadStatement) -> Range<Int>? {
    guard statement.topic == .application || statement.topic == nil else { return nil }
    let text = statement.text
    guard Self.signs.contains(where: text.contains) else { return nil }
    for sentence in statement.sentences
    where statement.topic == .application || speaksOfApplying(text, sentence) {
      for point in points(in: text, sentence) where isDeadline(point, text, sentence) {
        return phrase(text, point)
      }
    }
    return nil
  }

  /// What stands before or behind a length that is counted from something else.
  private static let signs = [
    "前", "以内", "後", "日から", "日より", "起算して", "before", "prior",
  ]

  private func speaksOfApplying(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    lexicon.concepts.says(.applicationWord, in: text, range: sentence)
  }

  /// The points in time that another one sets: `2月前`, `前月10日`, `30日前`, `発表の日から14日以内`.
  private func points(in text: FoldedText, _ sentence: Range<Int>) -> [Range<Int>] {
    var points = DurationReader().durations(in: text, range: sentence)
      .filter {
        $0.bound == .before || text.hasWord(["前"], at: $0.range.upperBound)
          || $0.bound == .atMost && isBehindEvent(text, $0.range.lowerBound)
      }
      .map(\.range)
    for word in ["前月", "前々月"] {
      guard let range = text.range(of: word, in: sentence) else { continue }
      var reader = ScalarReader(text, in: range.upperBound..<sentence.upperBound)
      _ = reader.take("の" as Unicode.Scalar)
      reader.skipBlanks()
      if DateReader().isNumber(&reader) || reader.sees(any: ["末", "中"]) { points.append(range) }
    }
    for word in [
      "日前", "週間前", "日以内", "週間以内", "days before", "weeks before", "months before", "days prior",
      "weeks prior", "months prior",
    ] {
      guard let range = text.range(of: word, in: sentence),
        range.lowerBound > sentence.lowerBound, isCounted(text, before: range.lowerBound),
        !word.hasSuffix("以内") || followsEvent(text, sentence.lowerBound..<range.lowerBound)
      else { continue }
      points.append(range)
    }
    return points.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func isCounted(_ text: FoldedText, before index: Int) -> Bool {
    let last = text.scalars[index - 1]
    return last.isDigit || last == " " || "一二三四五六七八九十".unicodeScalars.contains(last)
  }

  /// `発表の日から14日以内`: a length behind an event is a deadline.
  private func followsEvent(_ text: FoldedText, _ before: Range<Int>) -> Bool {
    let words = text.string(in: before)
    return ["日から", "日より", "起算して", "翌日から", "後"].contains(where: words.contains)
  }

  /// `合格後2か月以内`: a length right behind an event.
  private func isBehindEvent(_ text: FoldedText, _ index: Int) -> Bool {
    ["後", "日から", "日より", "起算して", "の後、"].contains {
      text.hasWord($0, before: index)
    }
  }

  /// Whether something must be handed in by then: not how old a paper may be, nor what precedes applying.
  private func isDeadline(_ point: Range<Int>, _ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    let clause = text.stretch(around: point) { "。\n、※;()".unicodeScalars.contains($0) }
    let before = text.string(in: clause.lowerBound..<point.lowerBound)
    let own = ["出願", "願書", "提出", "申請", "応募", "申込", "申し込"]
    // 出願の2月前 is no deadline of applying, 申請は修練開始の2月前 is one.
    let ending = (before.split { "はを".contains($0) }.last ?? "").suffix(8)
    if own.contains(where: ending.contains) { return false }
    let behind = text.string(in: point.upperBound..<min(point.upperBound + 8, sentence.upperBound))
    if ["以内に発行", "以内に撮影", "以内に受診", "以内に作成", "以降に"].contains(where: behind.contains) {
      return false
    }
    // 合格通知を受けた日から: a notice that the candidate has had begins the time.
    var words = text.string(in: clause)
    if words.contains("通知") { words = words.replacing(/通知(を受|の日|日|書の)/, with: "") }
    return !["見学", "説明会", "開催", "撮影", "発行", "受診", "通知", "承諾", "内諾"].contains(where: words.contains)
  }

  /// The words from the beginning of the clause to まで.
  private func phrase(_ text: FoldedText, _ range: Range<Int>) -> Range<Int> {
    let clause = text.stretch(around: range) { "。\n、,※;:()".unicodeScalars.contains($0) }
    if let until = text.range(of: "まで", in: range.upperBound..<clause.upperBound) {
      return clause.lowerBound..<until.upperBound
    }
    return clause
  }

  // MARK: At any time

  /// `随時`, unless it is denied, or said of visits; beside windows only where it is another round's.
  func rolling(in statement: ReadStatement, besideWindows: Bool) -> Range<Int>? {
    guard [.application, .accepting, nil].contains(statement.topic),
      statement.statement.shape != .heading || statement.topic == .application
    else { return nil }
    let text = statement.text
    for sentence in statement.sentences {
      guard
        let range = lexicon.concepts.ranges(of: .rolling, in: text, range: sentence).first,
        !isDenied(text, range), !isOfAnotherMatter(text, sentence, range),
        statement.topic == .application || speaksOfApplying(text, sentence),
        !besideWindows || isRound(text, range)
      else { continue }
      return range
    }
    return nil
  }

  private func isOfAnotherMatter(
    _ text: FoldedText, _ sentence: Range<Int>, _ range: Range<Int>
  ) -> Bool {
    let kinds = lexicon.kinds.mentions(in: text, range: sentence)
    if let kind, !kinds.isEmpty, !kinds.contains(where: { $0.name.kind == kind.kind }) {
      return true
    }
    // 他の方は年間を通じて受け付けているのに対し: of others, unlike these.
    if text.string(in: range.upperBound..<sentence.upperBound).contains("のに対し") { return true }
    // Behind 見学については、 the whole sentence is about that; before a comma only its own clause.
    let clause =
      sentence
      .lowerBound..<text.stretch(around: range) {
        "。\n、※()".unicodeScalars.contains($0)
      }.upperBound
    return ["場合のみ", "場合に限り", "見学", "相談", "問い合わせ", "問合せ", "質問", "説明会", "更新", "開催", "会議"].contains {
      text.range(of: $0, in: clause) != nil
    }
  }

  /// `随時ではなく`, `随時募集は行っていません`.
  private func isDenied(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let behind = text.string(in: range.upperBound..<min(range.upperBound + 12, text.scalars.count))
    return ["ではな", "ではあり", "は行って", "を行って", "は行わ", "しておりません", "しません", "していません"].contains(
      where: behind.contains)
  }

  /// `2次募集:随時`: said behind the name of a round, in a line without a day or a condition.
  private func isRound(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let line = text.stretch(around: range) { "。\n、※".unicodeScalars.contains($0) }
    let before = text.string(in: line.lowerBound..<range.lowerBound)
    return ["次", "期", "回", "追加", "以後", "それ以降"].contains(where: before.contains)
      && before.contains { ":は ".contains($0) }
      && DateReader().dates(in: text, range: line).isEmpty
      && !text.string(in: line).contains("場合")
  }
}
