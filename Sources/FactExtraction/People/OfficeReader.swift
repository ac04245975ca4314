import DomainLexicon
import JapaneseText

/// Reads the name of an office.
struct OfficeReader {
  let lexicon: Lexicon
  /// The hospital's names, which are no part of the office's.
  let ownNames: [String]

  private var signs: SignTable { lexicon.signs }

  private static let endsOfEnglishName = ScalarSet(",(:")
  private static let beforeName = ScalarSet("は・、:/-|.→>=")

  /// The office that a text is the name of, behind the hospital's own: 見本病院 教育課.
  func office(named text: FoldedText) -> String? {
    guard let office = office(in: text),
      text.trimmed(text.scalars.indices).upperBound == office.range.upperBound,
      lexicon.labels.exactTopic(of: office.name) != .contact,
      // 循環器内科 over what it takes is a department.
      !office.name.hasSuffix("科")
    else { return nil }
    return office.name
  }

  /// The first office that a text names, as the page writes it.
  func office(in text: FoldedText) -> (name: String, range: Range<Int>)? {
    for whole in text.pieces(separatedBy: { $0 == "\n" }) {
      let line = behindAddress(text, whole)
      if let found = english(text, line) { return found }
      let end = endOfName(text, line)
      let start = startOfName(text, line.lowerBound..<end)
      guard start < end else { continue }
      if let range = officeRange(text, start..<end) {
        return (written(text, range), range)
      }
    }
    return nil
  }

  /// The name as the page writes it, with plain blanks.
  private func written(_ text: FoldedText, _ range: Range<Int>) -> String {
    text.original(of: range).replacing("\u{A0}", with: " ").trimmingBlanks
  }

  /// `〒770-0000 見本市南1-1 見本病院 教育課 宛`: the part of a line behind an address and the hospital's own name.
  private func behindAddress(_ text: FoldedText, _ line: Range<Int>) -> Range<Int> {
    guard let post = text.range(of: "〒", in: line),
      officeRange(text, line.lowerBound..<post.lowerBound) == nil,
      let name = ownNames.compactMap({
        text.range(of: $0, in: post.upperBound..<line.upperBound)?.upperBound
      }).max()
    else { return line }
    return name..<line.upperBound
  }

  private func english(_ text: FoldedText, _ line: Range<Int>) -> (String, Range<Int>)? {
    guard
      let range = EnglishOfficeName(lexicon: lexicon).range(in: text, line) ?? centre(text, line)
    else { return nil }
    return (text.original(of: range).trimmingBlanks, range)
  }

  /// `Center for Medical Education`, `division of medical education`: whatever the letters; a centre without more is as often
  /// the hospital.
  private func centre(_ text: FoldedText, _ line: Range<Int>) -> Range<Int>? {
    guard let start = signs.ranges(of: .englishOffice, in: text, range: line).first?.lowerBound
    else { return nil }
    var end = start
    while end < line.upperBound, !Self.endsOfEnglishName.contains(text.scalars[end]) { end += 1 }
    return start..<end
  }

  /// Where the name ends: before the telephone, the mail, the postal code or a bracket.
  private func endOfName(_ text: FoldedText, _ line: Range<Int>) -> Int {
    let stop = signs.ranges(of: .wayToReach, in: text, range: line).first
    let end = stop?.lowerBound ?? line.upperBound
    var index = line.lowerBound
    while index < end {
      if text.scalars[index].isDigit, index + 1 < end, text.scalars[index + 1].isDigit {
        return index
      }
      index += 1
    }
    return end
  }

  /// Where the name begins: behind the label and the hospital's own name.
  private func startOfName(_ text: FoldedText, _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    if let colon = (range).last(where: { text.scalars[$0] == ":" }) { start = colon + 1 }
    for name in ownNames {
      if let found = text.range(of: name, in: start..<range.upperBound) {
        start = found.upperBound
      }
    }
    while let label = signs.ranges(of: .askHere, in: text, range: start..<range.upperBound).first,
      label.lowerBound - start <= 2
    {
      start = label.upperBound
    }
    // 応募についてのご相談は教育課, 履歴書を添えて教育課: what it is asked about, or what is done, stands before it.
    if let particle = (start..<range.upperBound).last(where: {
      text.scalars[$0] == "は"
        || "をて".unicodeScalars.contains(text.scalars[$0])
          && signs.says(.endOfOffice, in: text, range: $0 + 1..<range.upperBound)
    }),
      particle + 1 < range.upperBound
    {
      start = particle + 1
    }
    while start < range.upperBound,
      text.scalars[start].isBlank || Self.beforeName.contains(text.scalars[start])
    {
      start += 1
    }
    return start
  }

  /// The words up to the last ending of an office's name.
  private func officeRange(_ text: FoldedText, _ range: Range<Int>) -> Range<Int>? {
    // 教育係(担当 山本): what stands in a bracket behind the name is no part of it.
    let ends = signs.ranges(of: .endOfOffice, in: text, range: range).map(\.upperBound)
    let whole = ends.last { end in
      let words = text.scalars[range.lowerBound..<end]
      return words.count { $0 == "(" } <= words.count { $0 == ")" }
    }
    guard let end = whole,
      (2...40).contains(end - range.lowerBound)
    else { return nil }
    let name = range.lowerBound..<end
    // 第1部: what is counted so is a part of the matter.
    if lexicon.concepts.ranges(of: .numberedPart, in: text, range: name).contains(where: {
      $0.upperBound == end
    }) {
      return nil
    }
    guard !text.scalars[name].contains(where: { $0 == "。" || $0 == "、" || $0 == "?" }) else {
      return nil
    }
    return name
  }
}
