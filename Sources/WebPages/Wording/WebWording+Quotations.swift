import RecruitmentModel

/// Words that stand on a page as their source has them: in Japanese, whatever the page's own language.
extension WebWording {
  /// What encloses such words while a value is put together; no text that is shown can have them.
  private static let marks: (start: Character, end: Character) = ("\u{E000}", "\u{E001}")

  /// Text of a source; on a page in another language it is said to be Japanese where it has kana or kanji.
  func quoted(_ text: String) -> HTML {
    guard language != .japanese, text.unicodeScalars.contains(where: Self.isJapanese) else {
      return readings?.html(text) ?? .text(text)
    }
    return element(.span, .lang("ja")) { readings?.html(text) ?? .text(text) }
  }

  private static func isJapanese(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// A value in words, in which the marked parts are those of a source.
  func passages(_ text: String) -> HTML {
    // The marks are of a block of characters whose first byte hardly any text has.
    guard text.utf8.contains(0xEE) else { return read(text) }
    var pieces: [HTML] = []
    for (number, part) in text.split(separator: Self.marks.start, omittingEmptySubsequences: false)
      .enumerated()
    {
      let sides = part.split(
        separator: Self.marks.end, maxSplits: 1, omittingEmptySubsequences: false)
      guard number > 0, sides.count == 2 else {
        pieces.append(read(String(part)))
        continue
      }
      pieces.append(quoted(String(sides[0])))
      pieces.append(read(String(sides[1])))
    }
    return .joined(pieces)
  }

  /// Facts with marks around the words that they take from their sources; on a Japanese page there is no need.
  func marked(_ facts: Facts) -> Facts {
    guard language != .japanese else { return facts }
    func mark(_ text: inout String) {
      text.removeAll { $0 == Self.marks.start || $0 == Self.marks.end }
      text = "\(Self.marks.start)\(text)\(Self.marks.end)"
    }
    func markAll(_ texts: inout [String]) { for place in texts.indices { mark(&texts[place]) } }
    func markAny(_ text: inout String?) { if var own = text { mark(&own); text = own } }
    var facts = facts
    facts.application?.change { markAny(&$0.note) }
    facts.fee?.change { for place in $0.items.indices { mark(&$0.items[place].name) } }
    facts.contact?.change { markAny(&$0.office) }
    facts.eligibility?.change(markAll)
    facts.departments?.change(markAll)
    facts.documents?.change(markAll)
    facts.venues?.change(markAll)
    facts.examDate?.change { for place in $0.indices { markAny(&$0[place].part) } }
    facts.rules?.change { for place in $0.indices { mark(&$0[place].text) } }
    facts.steps?.change { for place in $0.indices { mark(&$0[place].name) } }
    return facts
  }
}

extension Fact {
  /// Changes the value and those that it beat.
  fileprivate mutating func change(_ change: (inout Value) -> Void) {
    change(&value)
    for place in conflicts.indices { conflicts[place].change(change) }
  }
}
