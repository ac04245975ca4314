import JapaneseText
import SearchIndex

/// Finds the words that a word stands for which no text has: one that begins so, sounds so, or differs
/// by a slip or two.
struct NearMatcher {
  let matcher: TextMatcher
  let sounds: TextSounds

  /// The fewest letters of which a beginning is looked for.
  private static let shortestBeginning = 4
  /// The most terms that are looked through.
  private static let mostTerms = 50_000
  /// The most words that one beginning may have.
  private static let mostEndings = 40

  /// The programs that have what a word stands for; the first way that finds something counts.
  func scores(of word: String) throws(DictionaryError) -> DocumentScores {
    let word = matcher.analyzer.unified(FoldedText.string(of: word))
    guard word.unicodeScalars.count <= 40 else { return DocumentScores() }
    for words in [endings(of: word), EqualSpellings.withOkurigana(word)] {
      let scores = try matcher.scores(ofAny: words)
      if !scores.isEmpty { return scores }
    }
    for words in sounds.words(soundingAs: word) {
      let scores = try matcher.scores(ofAny: words)
      if !scores.isEmpty { return scores }
    }
    if let meant = repaired(word) { return try matcher.scores(of: meant) }
    return try slipped(word)
  }

  /// `telemed` for telemedicine: the Latin words that begin so.
  private func endings(of word: String) -> [String] {
    guard word.unicodeScalars.count >= Self.shortestBeginning,
      word.unicodeScalars.allSatisfy(\.isLatin)
    else { return [] }
    return matcher.index.terms(withPrefix: "=" + word, limit: Self.mostEndings)
      .map { String($0.text.dropFirst()) }
  }

  // MARK: Slips

  /// How many slips are forgiven in so many characters.
  private func allowance(_ length: Int, one: Int, two: Int) -> Int {
    length >= two ? 2 : length >= one ? 1 : 0
  }

  /// The one nearest word in Latin letters or katakana with the same first letter.
  private func repaired(_ word: String) -> String? {
    let letters = Array(word)
    let isKatakana = word.unicodeScalars.allSatisfy(\.isKatakana)
    guard let first = letters.first, isKatakana || word.unicodeScalars.allSatisfy(\.isLatin) else {
      return nil
    }
    let allowed =
      isKatakana
      ? allowance(letters.count, one: 5, two: 7) : allowance(letters.count, one: 6, two: 9)
    guard allowed > 0 else { return nil }
    var best: (distance: Int, words: [String]) = (allowed + 1, [])
    for entry in matcher.index.terms(withPrefix: "=\(first)", limit: Self.mostTerms) {
      let candidate = Array(entry.text.dropFirst())
      guard abs(candidate.count - letters.count) <= allowed else { continue }
      let distance = SpellingRepair.distance(letters, candidate, atMost: allowed)
      if distance < best.distance { best = (distance, []) }
      if distance == best.distance, distance <= allowed { best.words.append(String(candidate)) }
    }
    return best.words.count == 1 ? best.words.first : nil
  }

  /// The fewest pairs of characters that must stay where one slipped, and where two did.
  private static let fewestPairs = [1: 2, 2: 4]

  /// `訪問診寮`: the pairs of characters that a wrong one does not touch still stand in their places.
  private func slipped(_ word: String) throws(DictionaryError) -> DocumentScores {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count >= 4, scalars.allSatisfy({ $0.isKanji || $0.isKatakana }) else {
      return DocumentScores()
    }
    let places = Array(scalars.indices)
    let single = try scores(places.map { [$0] }, scalars)
    guard single.isEmpty, scalars.count >= 8 else { return single }
    return try scores(
      places.flatMap { one in places.filter { $0 > one + 1 }.map { [one, $0] } }, scalars)
  }

  private func scores(
    _ slips: [[Int]], _ scalars: [Unicode.Scalar]
  ) throws(DictionaryError) -> DocumentScores {
    var found = DocumentScores()
    for slip in slips {
      guard let terms = kept(slip, scalars) else { continue }
      found = found.merging(matcher.scores(ofPhrase: terms), max)
    }
    return found
  }

  /// The pairs that some wrong characters do not touch; nil where too few are left.
  ///
  /// No right character may go unlooked at; the last one may stand alone.
  private func kept(
    _ slip: [Int], _ scalars: [Unicode.Scalar]
  ) -> [(term: String, offset: Int)]? {
    var starts = scalars.indices.dropLast().filter {
      !slip.contains($0) && !slip.contains($0 + 1)
    }
    guard starts.count >= Self.fewestPairs[slip.count] ?? 2, let first = starts.first else {
      return nil
    }
    let seen = Set(starts.flatMap { [$0, $0 + 1] } + slip)
    let unseen = scalars.indices.filter { !seen.contains($0) }
    guard unseen.isEmpty || unseen == [scalars.count - 1] else { return nil }
    starts += unseen
    return starts.map { index in
      let part = scalars[index..<min(index + 2, scalars.count)]
      return (term: String(String.UnicodeScalarView(part)), offset: index - first)
    }
  }
}
