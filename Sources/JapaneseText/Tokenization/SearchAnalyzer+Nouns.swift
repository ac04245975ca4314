extension SearchAnalyzer {
  /// Whether the dictionary has a word as it stands.
  public func isInDictionary(_ word: String) throws(DictionaryError) -> Bool {
    let morphemes = try dictionary.analyzer().morphemes(in: FoldedText(word))
    return morphemes.count == 1 && morphemes[0].reading != nil
  }

  /// Where the nouns of a part of a text stand, neighbours as one; a noun that a verb is made of
  /// (合格し, 研修できる) is none.
  public func nouns(
    in text: FoldedText, _ range: Range<Int>
  ) throws(DictionaryError) -> [Range<Int>] {
    let morphemes = try dictionary.analyzer().morphemes(in: text, range: range)
    var nouns: [Range<Int>] = []
    for (place, morpheme) in morphemes.enumerated() where morpheme.isNoun {
      let next = place + 1 < morphemes.count ? morphemes[place + 1] : nil
      if next?.partOfSpeech == "動詞" { continue }
      if let last = nouns.last, last.upperBound == morpheme.range.lowerBound {
        nouns[nouns.count - 1] = last.lowerBound..<morpheme.range.upperBound
      } else {
        nouns.append(morpheme.range)
      }
    }
    // One character alone is more often a cut verb than a word.
    return nouns.filter { $0.count > 1 }
  }
}
