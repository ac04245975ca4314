import DomainLexicon
import JapaneseText

/// A noun that names a charge, and whether it is one of the training.
struct ChargeNoun {
  /// What a noun means for the fee.
  enum Meaning {
    /// A charge of the training.
    case own
    /// A charge of the training that is paid once, on entering.
    case entry
    /// What every applicant pays, taken or not.
    case applicant
    /// Something that is no charge of the training.
    case excluded
  }

  /// Where it stands.
  let range: Range<Int>
  /// What it means.
  let meaning: Meaning
}

/// The nouns of a text that name charges.
struct ChargeNouns {
  private let text: FoldedText
  /// The nouns from left to right; of two over one another the longer counts.
  private let nouns: [ChargeNoun]

  private static let concepts: [(Concept, ChargeNoun.Meaning)] = [
    (.ownCharge, .own), (.entryCharge, .entry), (.applicantCharge, .applicant),
    (.excludedCharge, .excluded),
  ]

  /// Finds the nouns of a text.
  init(_ text: FoldedText, _ lexicon: Lexicon) {
    self.text = text
    let known = Self.concepts.flatMap { concept, meaning in
      lexicon.concepts.ranges(of: concept, in: text).map { ChargeNoun(range: $0, meaning: meaning) }
    }
    let found = known + Self.unknown(in: text, known: known, lexicon.signs)
    nouns = found.filter { noun in
      !found.contains { $0.range.count > noun.range.count && $0.range.overlaps(noun.range) }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The nouns that stand in a range.
  func all(in range: Range<Int>) -> [ChargeNoun] {
    nouns.filter {
      $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
    }
  }

  /// The last noun that stands in a range.
  func last(in range: Range<Int>) -> ChargeNoun? { all(in: range).last }

  /// Whether a noun begins at a position.
  func begins(at position: Int) -> Bool {
    nouns.contains { $0.range.lowerBound == position }
  }

  /// What a word means that ends so and is in no table; nil where charges do not end so.
  private static func meaning(ofEnding scalar: Unicode.Scalar) -> ChargeNoun.Meaning? {
    switch scalar {
    case "料", "費": .own
    case "代": .excluded
    default: nil
    }
  }

  /// Words that end as charges do and are in no table: 機器使用料 is a charge, 文房具代 is bought.
  private static func unknown(
    in text: FoldedText, known: [ChargeNoun], _ signs: SignTable
  ) -> [ChargeNoun] {
    text.scalars.indices.compactMap { index in
      guard let meaning = Self.meaning(ofEnding: text.scalars[index]),
        !signs.says(.notCharge, atStartOf: index..<text.scalars.count, in: text),
        !(index + 1 < text.scalars.count && Self.meaning(ofEnding: text.scalars[index + 1]) != nil)
      else { return nil }
      var start = index
      while start > 0, isPartOfNoun(text.scalars[start - 1]) { start -= 1 }
      guard index - start >= 1 else { return nil }
      let noun = start..<index + 1
      if signs.says(.notCharge, asAllOf: noun, in: text) { return nil }
      // 宿舎使用料: what it is paid for says what it is.
      let parts = known.filter { $0.range.overlaps(noun) }
      if parts.contains(where: { $0.range.upperBound == noun.upperBound }) { return nil }
      let isExcluded =
        meaning == .excluded || parts.contains { $0.meaning == .excluded }
        || isOfExcluded(text, noun, known)
      return ChargeNoun(range: noun, meaning: isExcluded ? .excluded : .own)
    }
  }

  /// `宿舎を利用する場合の使用料`: words before の say what it is paid for.
  private static func isOfExcluded(
    _ text: FoldedText, _ noun: Range<Int>, _ known: [ChargeNoun]
  ) -> Bool {
    guard text.hasWord("の", before: noun.lowerBound) else { return false }
    let clause = text.stretch(around: noun) { "、。()\n・".unicodeScalars.contains($0) }
    return known.contains { other in
      other.meaning == .excluded && clause.lowerBound <= other.range.lowerBound
        && other.range.upperBound < noun.lowerBound
    }
  }

  private static func isPartOfNoun(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.isKanji && !"円額年月日回約各毎".unicodeScalars.contains(scalar)) || scalar.isKatakana
  }
}
