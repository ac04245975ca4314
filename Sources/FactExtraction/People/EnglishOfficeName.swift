import DomainLexicon
import JapaneseText

/// Finds the name of an office in English words: `Postgraduate Training Office`, `Division of Medical Education`.
///
/// A name is a run of words with capital letters around one for an office (Office, Division, Desk …); small words
/// (of, and, for) may join them. A word for an office alone, and one with nothing but `our` or `contact` before it,
/// names none.
struct EnglishOfficeName {
  let lexicon: Lexicon

  private struct Word {
    let range: Range<Int>
    let isCapital: Bool
    let isJoining: Bool
    /// Whether it is part of no name though a capital begins it: Contact, Please, Our.
    let isLead: Bool
  }

  private static let insideWord = Set("'’-&".unicodeScalars)

  /// The first name in a line.
  func range(in text: FoldedText, _ line: Range<Int>) -> Range<Int>? {
    let heads = lexicon.concepts.ranges(of: .officeHead, in: text, range: line)
    guard !heads.isEmpty else { return nil }
    let words = words(of: text, line)
    for head in heads {
      guard let place = words.firstIndex(where: { $0.range == head }), words[place].isCapital
      else { continue }
      let first = start(words, place, text)
      let last = end(words, place, text)
      if first < place || last > place {
        return words[first].range.lowerBound..<words[last].range.upperBound
      }
    }
    return nil
  }

  private func words(of text: FoldedText, _ line: Range<Int>) -> [Word] {
    let pieces = text.pieces { !$0.isLatin && !Self.insideWord.contains($0) }
    return pieces.filter { line.contains($0.lowerBound) }.map { range in
      let original = text.original(of: range.lowerBound..<range.lowerBound + 1)
      return Word(
        range: range, isCapital: original.unicodeScalars.first?.properties.isUppercase == true,
        isJoining: lexicon.concepts.says(.joinsOfficeName, asAllOf: range, in: text),
        isLead: lexicon.concepts.says(.leadsToOffice, asAllOf: range, in: text))
    }
  }

  private func isBeside(_ text: FoldedText, _ left: Word, _ right: Word) -> Bool {
    text.scalars[left.range.upperBound..<right.range.lowerBound].allSatisfy(\.isBlank)
  }

  private func start(_ words: [Word], _ place: Int, _ text: FoldedText) -> Int {
    var (start, index) = (place, place - 1)
    while index >= 0, isBeside(text, words[index], words[index + 1]), !words[index].isLead,
      words[index].isCapital || words[index].isJoining
    {
      if !words[index].isJoining { start = index }
      index -= 1
    }
    return start
  }

  private func end(_ words: [Word], _ place: Int, _ text: FoldedText) -> Int {
    guard place + 2 < words.count, words[place + 1].isJoining else { return place }
    var (end, index) = (place, place + 1)
    while index < words.count, isBeside(text, words[index - 1], words[index]), !words[index].isLead,
      words[index].isCapital || words[index].isJoining
    {
      if !words[index].isJoining { end = index }
      index += 1
    }
    return end
  }
}
