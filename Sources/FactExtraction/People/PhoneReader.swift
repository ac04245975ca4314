import DomainLexicon
import JapaneseText

/// A telephone number on a page.
struct PhoneFound {
  /// What kind of line it is, the best first.
  enum Line: Int, Comparable {
    case direct
    case plain
    case switchboard

    static func < (one: Line, other: Line) -> Bool { one.rawValue < other.rawValue }
  }

  /// The number in groups with hyphens.
  let number: String
  /// Where it stands.
  let range: Range<Int>
  /// What kind of line it is.
  let line: Line
}

/// Reads telephone numbers; a fax is none, an extension is left out.
struct PhoneReader {
  let lexicon: Lexicon

  private var signs: SignTable { lexicon.signs }

  /// The numbers of a text, in reading order.
  func phones(in text: FoldedText) -> [PhoneFound] {
    var found: [PhoneFound] = []
    var reader = ScalarReader(text)
    while true {
      reader.skip(to: Self.beginnings)
      guard !reader.isAtEnd else { return found }
      let start = reader.position
      guard reader.next != "(" || reader.peek(1) == "0", let number = Self.number(&reader) else {
        reader.position = start + 1
        continue
      }
      let range = start..<reader.position
      if !isFax(text, range) {
        found.append(
          PhoneFound(number: number, range: range, line: line(text, range, after: found.last)))
      }
    }
  }

  /// What numbers begin with.
  private static let beginnings = ScalarSet("+(0")

  /// Whether the word right before a number is fax alone; `TEL/FAX` is a telephone too.
  private func isFax(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let before = (0..<range.lowerBound).suffix(16)
    guard let fax = signs.ranges(of: .fax, in: text, range: before).last else { return false }
    let between = fax.upperBound..<before.upperBound
    return !text.scalars[between].contains(where: \.isDigit)
      && !signs.says(.phone, in: text, range: between)
      && !signs.says(.phoneAndFax, atEndOf: before.lowerBound..<fax.lowerBound, in: text)
  }

  private func line(_ text: FoldedText, _ range: Range<Int>, after last: PhoneFound?)
    -> PhoneFound.Line
  {
    let start = max(last?.range.upperBound ?? 0, range.lowerBound - 20)
    let before = start..<range.lowerBound
    let behind = range.upperBound..<min(text.scalars.count, range.upperBound + 8)
    if signs.says(.directLine, in: text, range: before)
      || signs.says(.directLine, in: text, range: behind)
    {
      return .direct
    }
    let isSwitchboard =
      lexicon.concepts.says(.switchboard, in: text, range: before)
      || lexicon.concepts.says(.switchboard, in: text, range: behind)
    return isSwitchboard ? .switchboard : .plain
  }

  // MARK: One number

  /// `03-0123-4567`, `03(0123)4567`, `+81-(0)3-0123-4567`, `03.0123.4567`; nine digits at least.
  private static func number(_ reader: inout ScalarReader) -> String? {
    func isLabelled() -> Bool {
      ["tel", "phone", "fax"].contains { reader.text.hasWord($0, before: reader.position) }
    }
    if reader.previous.map({ $0.isDigit || $0 == "-" || $0 == "〒" || ($0.isLatin && !isLabelled()) }
    )
      == true
    {
      return nil
    }
    return reader.attempt { reader in
      guard let first = firstGroup(&reader) else { return nil }
      var groups = [first]
      while groups.count < 6, let next = nextGroup(&reader, groups) { groups.append(next) }
      let number = groups.joined(separator: "-")
      let count = number.countOfDigits
      let isWhole = number.hasPrefix("+") ? (10...14).contains(count) : (9...11).contains(count)
      // 000-000-0000 is left in a template.
      let isFilledIn = number.utf8.contains { (0x31...0x39).contains($0) }
      return isWhole && isFilledIn && reader.next?.isDigit != true ? number : nil
    }
  }

  /// `03`, `(03)`, `+81`, or all digits without a mark.
  private static func firstGroup(_ reader: inout ScalarReader) -> String? {
    if reader.take("+" as Unicode.Scalar) { return digits(&reader).map { "+" + $0 } }
    if reader.next == "(", reader.peek(1) == "0" {
      reader.position += 1
      guard let group = digits(&reader), reader.take(")" as Unicode.Scalar) else { return nil }
      return group
    }
    guard reader.next == "0" else { return nil }
    return digits(&reader)
  }

  /// What joins the groups.
  private static let joints = ScalarSet("-ー.・)")

  private static func nextGroup(_ reader: inout ScalarReader, _ groups: [String]) -> String? {
    reader.attempt { reader in
      let count = groups.reduce(0) { $0 + $1.countOfDigits }
      let isAbroad = groups[0].hasPrefix("+")
      guard count < (isAbroad ? 11 : longest(groups)) else { return nil }
      // The nought of the area code is left out behind the country's number: +81-(0)3.
      _ = reader.attempt { reader -> Bool? in
        reader.take { $0 == " " || $0 == "-" }
        return isAbroad && reader.take("(0)") ? true : nil
      }
      reader.skipBlanks()
      if reader.take("(" as Unicode.Scalar) {
        guard let group = digits(&reader), group.utf8.count <= 4,
          reader.take(")" as Unicode.Scalar)
        else { return nil }
        reader.skipBlanks()
        return reader.next?.isDigit == true || reader.next == "-" ? group : nil
      }
      reader.take(while: joints.contains)
      reader.skipBlanks()
      guard let group = digits(&reader), group.utf8.count <= 8 else { return nil }
      return group
    }
  }

  /// Ten digits; eleven where the first group is that of a mobile or of a line over the internet.
  private static func longest(_ groups: [String]) -> Int {
    let first = Array(groups.joined().utf8.prefix(3))
    let isOfMobile =
      first.count == 3 && "5789".utf8.contains(first[1]) && first[2] == UInt8(ascii: "0")
    return isOfMobile ? 11 : 10
  }

  private static func digits(_ reader: inout ScalarReader) -> String? {
    let start = reader.position
    guard reader.take(while: \.isDigit) > 0 else { return nil }
    return reader.text.string(in: start..<reader.position)
  }
}

extension String {
  /// How many digits of ASCII it has.
  fileprivate var countOfDigits: Int { utf8.count { (0x30...0x39).contains($0) } }
}
