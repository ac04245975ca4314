import DomainLexicon
import JapaneseText

/// Tells who writes the recommendation.
extension RecommendationReader {
  /// Whether the one who recommends belongs to the hospital; the nearest words before 推薦 decide.
  func isFromInside(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    if let writer = writer(text, clause) { return isInsider(text, writer) }
    let topic = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause).last
    let end = max(clause.lowerBound, topic?.lowerBound ?? clause.upperBound)
    let others = signs.ranges(of: .theOthers, in: text, range: clause.lowerBound..<end).last
    let before = (others?.upperBound ?? clause.lowerBound)..<end
    return isInsider(text, before.isEmpty ? clause : before)
  }

  /// The words behind 推薦者は, which say who writes the letter.
  private func writer(_ text: FoldedText, _ clause: Range<Int>) -> Range<Int>? {
    bracketed(text, clause)
      ?? signs.ranges(of: .writerIs, in: text, range: clause).first.map {
        $0.upperBound..<clause.upperBound
      }
  }

  /// `推薦書(本院に勤務する医師2名によるもの)`: the bracket right behind the letter names its writer.
  private func bracketed(_ text: FoldedText, _ clause: Range<Int>) -> Range<Int>? {
    guard
      let topic = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause).last,
      topic.upperBound < clause.upperBound, text.scalars[topic.upperBound] == "(",
      topic.upperBound + 1 < clause.upperBound
    else { return nil }
    // A stop inside the bracket ends the clause before the bracket ends.
    let end =
      text.scalars[topic.upperBound..<clause.upperBound].firstIndex(of: ")") ?? clause.upperBound
    let inside = topic.upperBound + 1..<end
    return signs.says(.writtenBy, in: text, range: inside) ? inside : nil
  }

  /// `うち一名は、本院に在職する医師であっても差し支えない`: whoever writes may belong to the house, and need not.
  private func mayBeOfTheHouse(_ text: FoldedText, _ behind: Range<Int>) -> Bool {
    let near = behind.prefix(Self.permissionReach).prefix {
      !"、(。".unicodeScalars.contains(text.scalars[$0])
    }
    guard let word = text.range(of: "でも", in: near) ?? text.range(of: "であっても", in: near),
      word.lowerBound > near.lowerBound,
      "師員者方人生長".unicodeScalars.contains(text.scalars[word.lowerBound - 1])
    else { return false }
    return signs.says(.noObjection, in: text, range: near)
      || lexicon.concepts.says(.noObligation, in: text, range: near)
  }

  /// `from your university, or from a doctor working here`, `may be staff members of this hospital`: one of several
  /// who may write, or one who must not.
  private func isOnlyAllowed(_ text: FoldedText, _ insider: Range<Int>) -> Bool {
    guard text.scalars[insider.lowerBound].isLatin else { return false }
    let ahead = text.stretch(before: insider, atMost: Self.permissionReach)
    return [" or ", "may be", "not be", "not by"].contains { text.contains($0, in: ahead) }
  }

  /// How many letters behind the house stands that its people may write, at most.
  private static let permissionReach = 24

  /// Whether a stretch names somebody of the house as the one who writes, and nobody outside.
  private func isInsider(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let insiders = lexicon.concepts.ranges(of: .insider, in: text, range: range)
    let isNamed = insiders.contains { insider in
      let behind = insider.upperBound..<text.scalars.count
      // 本学卒業生以外の方は必ず提出: the house is named for those who are not of it.
      return !signs.says(.formOfTheHouse, atStartOf: behind, in: text)
        && !signs.says(.exceptTheHouse, in: text, range: behind.prefix(9))
        && !mayBeOfTheHouse(text, behind) && !isOnlyAllowed(text, insider)
    }
    // 本学医学部長: the title is that of somebody outside, the house before it is ours.
    return isNamed
      && !lexicon.concepts.ranges(of: .outsider, in: text, range: range).contains { outsider in
        !insiders.contains { (0...1).contains(outsider.lowerBound - $0.upperBound) }
      }
  }

  /// `当院の医師でなくてもかまいません`: whether somebody inside is named as one of many.
  func mayBeAnybody(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    lexicon.concepts.ranges(of: .insider, in: text, range: clause).contains {
      lexicon.concepts.says(
        .needNotBe, in: text, range: ($0.upperBound..<clause.upperBound).prefix(Self.anybodyReach))
    }
  }

  /// How many letters the words that let others write it stand behind those inside, at most.
  private static let anybodyReach = 16
}
