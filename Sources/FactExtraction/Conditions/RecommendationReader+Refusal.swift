import DomainLexicon
import JapaneseText

/// Tells that no recommendation is needed.
extension RecommendationReader {
  /// `院内に知り合いの医師がいる必要はありません`: the clause denies whatever it names.
  func endsInRefusal(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).last.map {
      signs.says(.needWord, in: text, range: $0)
        && text.trimmed($0.upperBound..<clause.upperBound).isEmpty
    } ?? false
  }

  /// Whether the clause says that no recommendation is needed: nothing else is named between the
  /// recommendation and the words that refuse it (`様式は任意`, `押印は不要` are about something else).
  func isRefusal(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    if signs.says(.noLetter, in: text, range: clause) { return true }
    guard let refusal = lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).first else {
      return false
    }
    // 他院の推薦は不要で、当院診療科長の推薦書が必要です: what is refused of one is asked of another.
    let rest = refusal.upperBound..<clause.upperBound
    if lexicon.concepts.says(.recommendationTopic, in: text, range: rest),
      lexicon.concepts.says(.need, in: text, range: rest)
    {
      return false
    }
    if text.scalars[refusal.lowerBound].isLatin { return isEnglishRefusal(refusal, text, clause) }
    if text.hasWord("では", at: refusal.upperBound) { return false }
    // 推薦書(推薦者不問): whoever writes it, the paper is named.
    if signs.says(.notAsked, at: refusal.lowerBound, in: text),
      signs.says(.whoRecommends, atEndOf: clause.lowerBound..<refusal.lowerBound, in: text)
    {
      return false
    }
    let topic = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause).last {
      $0.upperBound <= refusal.lowerBound
    }
    var between = (topic?.upperBound ?? clause.lowerBound)..<refusal.lowerBound
    // 今回の募集から提出不要としました: since when it is so.
    if let since = text.range(of: "から", in: between),
      signs.says(.thisIntake, atEndOf: between.lowerBound..<since.lowerBound, in: text)
    {
      between = since.upperBound..<between.upperBound
    }
    return signs.rest(of: between, in: text, without: .besideRecommendation)
      .allSatisfy(Self.particles.contains)
  }

  /// `推薦状は原則として不要です`: with words that no table knows before it, a refusal of the letter is none, and no demand.
  func refusesWithReserve(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    guard
      let topic = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause).first,
      let refusal = lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).last,
      topic.upperBound < refusal.lowerBound,
      let particle = text.scalars[topic.upperBound..<refusal.lowerBound].firstIndex(where: {
        !Self.endsOfLetter.contains($0)
      }), "はもが".unicodeScalars.contains(text.scalars[particle])
    else { return false }
    // 推薦状は押印不要です, 推薦状は1通で、写しは不要です: something of the letter, or beside it.
    let between = particle + 1..<refusal.lowerBound
    return !signs.says(.partOfLetter, in: text, range: between)
      && !text.scalars[between].contains { "はも、通".unicodeScalars.contains($0) }
      && text.trimmed(refusal.upperBound..<clause.upperBound).count <= 4
  }

  /// What may follow 推薦 as part of the same word.
  private static let endsOfLetter = ScalarSet("状書等類者の提出添付")

  /// Particles, plurals and marks that may stand between a recommendation and its refusal.
  private static let particles = ScalarSet(" :()・等類者のはがもを、")

  /// In English the refusal stands before what it refuses, or behind it with its verb; what is asked for in
  /// between (`letters are required but a photo is not needed`) makes it that of something else.
  private func isEnglishRefusal(
    _ refusal: Range<Int>, _ text: FoldedText, _ clause: Range<Int>
  ) -> Bool {
    let topics = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause)
    if let before = topics.last(where: { $0.upperBound <= refusal.lowerBound }) {
      return !lexicon.concepts.says(
        .need, in: text, range: before.upperBound..<refusal.lowerBound)
    }
    guard let behind = topics.first(where: { $0.lowerBound >= refusal.upperBound }) else {
      return true
    }
    return refuses(refusal, behind, text, isNext: false)
  }

  /// Whether nothing between an English refusal and what stands behind it ends what is refused.
  func refuses(
    _ refusal: Range<Int>, _ named: Range<Int>, _ text: FoldedText, isNext: Bool
  ) -> Bool {
    let between = refusal.upperBound..<named.lowerBound
    return !text.scalars[between].contains { ";,:".unicodeScalars.contains($0) }
      && !lexicon.concepts.says(.need, in: text, range: between)
      && !text.contains(" but ", in: between)
      && (isNext || !lexicon.concepts.says(.noNeed, in: text, range: between))
  }

  /// `内諾書：不要` says nothing of a recommendation.
  func isOnlyAboutConsent(_ statement: ReadStatement, _ clause: Range<Int>) -> Bool {
    !lexicon.concepts.says(.recommendationTopic, in: statement.text, range: clause)
      && !lexicon.concepts.says(.recommendationTopic, in: FoldedText(statement.label))
  }
}
