import DocumentParsing
import JapaneseText

/// The parts of an examination that are paid for one by one.
extension ChargeReader {
  /// The longest name of a part.
  private static let longestPart = 16

  private static let partWords = [
    "試験", "試問", "考査", "筆記", "口述", "口頭", "実地", "実技", "一次", "二次", "1次", "2次", "一部", "二部", "1部",
    "2部", "written", "oral", "clinical", "practical", "part ", "paper",
  ]

  private static let particles = [
    "については", "にあっては", "に関しては", "の場合は", "の場合", "では", "のみ", "は", "が", "も",
  ]

  /// `第一部試験については21,000円、第二部試験は34,000円`: the part that a sum is for, where the examination is
  /// paid for in parts.
  func examinedPart(_ place: SumPlace) -> String? {
    guard isExamination else { return nil }
    let clause = text.pieces { "、。\n,;・と".unicodeScalars.contains($0) }.last {
      $0.lowerBound < place.lead.upperBound
    }
    guard let clause, nouns.last(in: clause.clamped(to: place.lead)) == nil else { return nil }
    let words = text.string(in: clause.clamped(to: place.lead)).trimmingBlanks
      .trimmingSuffix { ": (".contains($0) }
    var name = Numbering.stripped(words).trimmingBlanks
    if let particle = Self.particles.first(where: name.hasSuffix) {
      name = String(name.dropLast(particle.count))
    }
    guard (2...Self.longestPart).contains(name.count),
      Self.partWords.contains(where: name.lowercased().contains)
    else { return nil }
    return name
  }
}
