import DomainLexicon
import JapaneseText

/// Tells what holds for some applicants only.
extension RecommendationReader {
  /// `…の方は提出不要です`, `…でなくても構いません`: the clause ends in saying that something is not needed.
  func isExemption(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let words = text.string(in: clause)
    let waived = ["免除", "省略"].compactMap { text.range(of: Array($0.unicodeScalars), in: clause) }
      .first
    let refusal = lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).last {
      clause.upperBound - $0.upperBound <= 6
    }
    guard let end = (refusal ?? waived)?.lowerBound, !words.contains("以外") else { return false }
    let before = text.string(in: clause.lowerBound..<end)
    let groups = [
      "方は", "者は", "生は", "員は", "場合は", "方には", "者には", "ときは", "方については", "者については",
    ]
    guard
      let group = groups.compactMap({ before.ranges(of: $0).last }).max(by: {
        $0.upperBound < $1.upperBound
      })
    else { return false }
    // 推薦者は当院の医師とする（押印不要）: the stamp is not needed, the letter is.
    let between = before[group.upperBound...]
    return between.count <= 12
      && !["押印", "様式", "写真", "封", "同席", "面接", "日付", "医師", "長"].contains(where: between.contains)
  }

  /// What may be needless of a letter that is needed.
  private static let partsOfLetters = [
    "押印", "捺印", "印鑑", "公印", "様式", "書式", "写真", "封", "同席", "面接", "日付", "写し", "原本", "和訳", "翻訳",
  ]

  /// `推薦は要らず、当院に知り合いがいなくても`, `院内に知り合いは要りません`: between a recommendation and somebody inside, or at
  /// the end, stands that it is not needed.
  func deniesInsider(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    if let last = lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).last,
      clause.upperBound - last.upperBound <= 2
    {
      let before = text.string(in: max(clause.lowerBound, last.lowerBound - 6)..<last.lowerBound)
      if !Self.partsOfLetters.contains(where: before.contains) { return true }
    }
    guard
      let topic = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause).first,
      let insider = lexicon.concepts.ranges(of: .insider, in: text, range: clause).last,
      topic.upperBound < insider.lowerBound
    else { return false }
    return lexicon.concepts.says(.noNeed, in: text, range: topic.upperBound..<insider.lowerBound)
  }

  /// `既卒の方の推薦書`, `見学の際`: whether words speak of some applicants only.
  func isForSome(_ words: String) -> Bool {
    let words = ["推薦者は", "紹介者は", "準ずる者", "準じる者", "代わる者"].reduce(words) {
      $0.replacing($1, with: "")
    }
    return isLimited(words)
  }

  private func isLimited(_ words: String) -> Bool {
    [
      "者は", "方は", "者の推薦書", "方の推薦書", "見学", "の際", "再応募", "二次", "を除", "本学出身", "職員", "協定校", "場合は",
      "場合に",
      "場合、", "卒業生", "在職中", "出身者",
    ]
    .contains { words.contains($0) }
      && ![
        "以外の方は", "以外の者は", "すべての者は", "その他の者は", "それ以外の者は", "志願する者は", "志願者は", "希望する者は", "応募者は", "出願者は",
        "申請者は", "応募者の推薦",
        "志願者の推薦", "全員", "医師の方の", "先生の",
      ]
      .contains {
        words.contains($0)
      }
  }
}
