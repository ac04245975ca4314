import DocumentParsing
import DomainLexicon
import JapaneseText

/// The parts of an examination that are paid for one by one.
extension ChargeReader {
  /// The longest name of a part.
  private static let longestPart = 16
  private static let longestEnglishPart = 24

  /// What stands before the name of a part in English.
  private static let articles = ["and ", "the "]

  private static let particles = [
    " costs", " cost", " is",
    "については", "にあっては", "に関しては", "の場合は", "の場合", "では", "のみ", "は", "が", "も",
  ]

  /// `第一部試験については21,000円、第二部試験は34,000円`: the part that a sum is for, where the examination is
  /// paid for in parts.
  func examinedPart(_ place: SumPlace) -> String? {
    guard isExamination else { return nil }
    if let name = partBehind(place) { return name }
    let clause = text.pieces { "、。\n,;・と".unicodeScalars.contains($0) }.last {
      $0.lowerBound < place.lead.upperBound
    }
    guard let clause, let lead = partWords(clause.clamped(to: place.lead)) else { return nil }
    guard lexicon.signs.says(.examinationPart, in: text, range: lead) else { return nil }
    let words = text.string(in: lead).trimmingBlanks
      .trimmingSuffix { ": (".contains($0) }
    // 前半、後半それぞれ18,000円: no part is meant alone.
    guard !words.hasSuffix("それぞれ") else { return nil }
    var name = Numbering.stripped(words).trimmingBlanks
    for article in Self.articles where name.hasPrefix(article) {
      name = String(name.dropFirst(article.count))
    }
    if let particle = Self.particles.first(where: name.hasSuffix) {
      name = String(name.dropLast(particle.count)).trimmingBlanks
    }
    return (2...Self.longestPart).contains(name.count) ? name : nil
  }

  /// `15,000円（筆記試験）`, `15,000 yen for the written part`: the part may stand behind.
  func partBehind(_ place: SumPlace) -> String? {
    guard isExamination else { return nil }
    if let bracket = text.brackets(in: place.tail).first,
      bracket.lowerBound == place.tail.lowerBound
    {
      let words = text.trimmed(bracket.lowerBound + 1..<bracket.upperBound - 1)
      return (2...Self.longestPart).contains(words.count)
        && lexicon.signs.says(.partEnding, atEndOf: words, in: text)
        && lexicon.signs.says(.examinationPart, in: text, range: words)
        ? text.string(in: words) : nil
    }
    guard text.hasWord(" for ", at: place.tail.lowerBound) else { return nil }
    let rest = place.tail.lowerBound + 5..<max(place.tail.lowerBound + 5, place.tail.upperBound)
    let end = text.range(of: " and ", in: rest)?.lowerBound ?? rest.upperBound
    let words = text.string(in: rest.lowerBound..<end).prefix { !".,;(\n".contains($0) }
    var name = String(words).trimmingBlanks
    if name.hasPrefix("the ") { name = String(name.dropFirst(4)) }
    let part = FoldedText(name)
    return (2...Self.longestEnglishPart).contains(name.count)
      && lexicon.signs.says(.examinationPart, in: part) ? name : nil
  }

  /// The words before a sum that may name a part: all of them, or those that the charge is said to be of (`一次試験の受験料は`).
  private func partWords(_ lead: Range<Int>) -> Range<Int>? {
    guard let noun = nouns.last(in: lead) else { return lead }
    let before = text.trimmed(lead.lowerBound..<noun.range.lowerBound)
    guard before.count > 1, text.scalars[before.upperBound - 1] == "の" else { return nil }
    return before.dropLast()
  }

  /// `試験対策講座（8,000円）`, `The preparatory seminar on 18 April (JPY 8,000)`: of an examination only what is paid to sit it counts,
  /// and no such word stands beside the sum.
  func isOfEvent(_ place: SumPlace) -> Bool {
    [(text, place.lead), (cell.label, cell.label.scalars.indices)].contains { text, range in
      lexicon.concepts.says(.otherEvents, in: text, range: range)
        && !ChargeNouns(text, lexicon).all(in: range).contains { $0.meaning == .applicant }
    }
  }
}
