import JapaneseText

/// Reads addresses for electronic mail, also those written to defeat robots.
enum EmailReader {
  private static let atSigns = [
    "@", "(at)", "[at]", "(アットマーク)", "[アットマーク]", "<アットマーク>", "(アット)", "[アット]", "<アット>", "アットマーク",
    "(あっと)", "[あっと]", "(あっとまーく)", "(@)", "[@]", "{@}", "<@>", "●at●", "_at_", "-at-", "*at*",
    " at ", "{at}",
    "<at>", "/at/", "(a)", "[a]", "(at mark)", "[at mark]", "atmark", "(atmark)", "at-mark",
  ]
  /// What the signs begin with, the blank before them too.
  private static let signBeginnings = ScalarSet("@([<{ア●_-* /a")
  private static let dots = [
    "(dot)", "[dot]", "{dot}", "<dot>", "(ドット)", "[ドット]", " dot ", "(どっと)",
  ]

  /// The first address in a text and where it stands.
  static func email(in text: FoldedText) -> (address: String, range: Range<Int>)? {
    // Every address has a dot; most texts have none, which their bytes tell at once.
    guard [".", "dot", "ドット", "どっと"].contains(where: text.contains) else { return nil }
    for position in text.scalars.indices where position > 0 {
      let before = text.scalars[position - 1]
      guard before == " " || isAddress(before), let domainStart = signEnd(text, position),
        let local = local(text, before: position),
        let domain = domain(text, from: domainStart)
      else { continue }
      return (local.words + "@" + domain.words, local.start..<domain.end)
    }
    return nil
  }

  /// Where a sign for @ ends that begins at a position: a usual one, or one mark (◎, ☆, ■) in its place.
  private static func signEnd(_ text: FoldedText, _ position: Int) -> Int? {
    let scalar = text.scalars[position]
    if signBeginnings.contains(scalar) {
      var reader = ScalarReader(text, in: position..<text.scalars.count)
      if !reader.sees(" at ") { reader.skipBlanks() }
      if reader.take(any: atSigns) != nil {
        reader.skipBlanks()
        return reader.position
      }
    }
    let isMark =
      (0x25A0...0x26FF).contains(scalar.value) || (0x2700...0x27BF).contains(scalar.value)
      || "♯#〓※".unicodeScalars.contains(scalar)
    guard isMark, position + 1 < text.scalars.count, isAddress(text.scalars[position - 1]),
      isAddress(text.scalars[position + 1])
    else { return nil }
    return position + 1
  }

  private static func local(
    _ text: FoldedText, before position: Int
  ) -> (words: String, start: Int)? {
    var end = position
    while end > 0, text.scalars[end - 1] == " " { end -= 1 }
    var start = end
    while start > 0, isAddress(text.scalars[start - 1]) { start -= 1 }
    while start < end, ".-_+".unicodeScalars.contains(text.scalars[start]) { start += 1 }
    guard start < end else { return nil }
    return (text.string(in: start..<end), start)
  }

  private static func domain(
    _ text: FoldedText, from start: Int
  ) -> (words: String, end: Int)? {
    var reader = ScalarReader(text, in: start..<text.scalars.count)
    var words: [Unicode.Scalar] = []
    var end = start
    while !reader.isAtEnd {
      if let next = reader.next, isAddress(next) {
        words.append(next)
        reader.position += 1
        end = reader.position
      } else if reader.take(any: dots) != nil || takesSpacedDot(&reader) {
        words.append(".")
      } else {
        break
      }
    }
    while let last = words.last, last == "." || last == "-" { words.removeLast() }
    let parts = words.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }),
      parts.last.map({ $0.count >= 2 }) == true,
      parts.last?.contains(where: \.isDigit) == false
    else { return nil }
    return (String(of: words), end)
  }

  /// `example . jp`: a point with a blank before it, inside an address that is written with blanks.
  private static func takesSpacedDot(_ reader: inout ScalarReader) -> Bool {
    guard reader.next == " " else { return false }
    return reader.attempt { reader -> Bool? in
      reader.skipBlanks()
      guard reader.take("." as Unicode.Scalar) else { return nil }
      reader.skipBlanks()
      return reader.next?.isLatin == true ? true : nil
    } ?? false
  }

  private static func isAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."z", ".", "_", "-", "+", "%": true
    default: false
    }
  }
}
