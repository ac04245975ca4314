import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the office to ask, with its telephone and its address for electronic mail.
struct ContactReader {
  let lexicon: Lexicon
  /// The hospital's names, which are no part of the office's.
  let ownNames: [String]

  /// What the statements of a program say of it.
  func contact(in statements: [ReadStatement]) -> Finding<Contact>? {
    var value = Contact()
    var quotes: [Quote] = []
    for statement in statements
    where statement.topic == .contact || isContactLine(statement, statements) {
      let text = statement.text
      if value.email == nil, let (email, range) = Self.email(in: text) {
        value.email = email
        quotes.append(Quote(statement, around: range))
      }
      if value.phone == nil, let (phone, range) = phone(in: text) {
        value.phone = phone
        quotes.append(Quote(statement, around: range))
      }
      if value.office == nil, let (office, range) = office(in: statement) {
        value.office = office
        quotes.append(Quote(statement, around: range))
      }
    }
    guard value.email != nil || value.phone != nil || value.office != nil else { return nil }
    return Finding(value, quotes: quotes)
  }

  /// A line without a label of its own that belongs to the contact above it, or that announces one.
  private func isContactLine(_ statement: ReadStatement, _ all: [ReadStatement]) -> Bool {
    guard statement.topic == nil || statement.topic == .unrelated,
      statement.statement.shape != .heading
    else {
      return false
    }
    let announces = [
      "問い合わせ", "問合せ", "問合わせ", "連絡先", "照会先", "申込み", "申込先", "応募先", "担当", "contact", "電話", "tel",
      "e-mail", "mail", "メール",
    ]
    .contains { statement.text.contains($0) }
    guard announces else { return false }
    return Self.email(in: statement.text) != nil || phone(in: statement.text) != nil
      || office(in: statement) != nil
  }

  // MARK: Electronic mail

  private static let disguises = [
    "(at)", "[at]", "(アットマーク)", "[アットマーク]", "(アット)", "[アット]", "アットマーク", "(@)", "[@]", "★", "●at●",
    "_at_", " at ",
    "{at}", "<at>", "☆",
  ]

  /// The first address, also one written to defeat robots.
  static func email(in text: FoldedText) -> (String, Range<Int>)? {
    for position in text.scalars.indices {
      for sign in ["@"] + disguises {
        var reader = ScalarReader(text, in: position..<text.scalars.count)
        reader.skipBlanks()
        guard position > 0, reader.take(sign) else { continue }
        reader.skipBlanks()
        var start = position
        while start > 0, text.scalars[start - 1] == " " { start -= 1 }
        let localEnd = start
        while start > 0, isAddress(text.scalars[start - 1]) { start -= 1 }
        let domainStart = reader.position
        reader.take(while: isAddress)
        let domain = text.string(in: domainStart..<reader.position)
          .trimmingSuffix { $0 == "." || $0 == "-" }
        guard start < localEnd, domain.contains("."),
          domain.split(separator: ".").last.map({ $0.count >= 2 }) == true
        else { continue }
        return (text.string(in: start..<localEnd) + "@" + domain, start..<reader.position)
      }
    }
    return nil
  }

  private static func isAddress(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || (0x61...0x7A).contains(scalar.value)
      || "._-+%".unicodeScalars.contains(scalar)
  }

  // MARK: Telephone

  /// The best number: a direct line before a switchboard, never a fax.
  private func phone(in text: FoldedText) -> (String, Range<Int>)? {
    var best: (phone: String, range: Range<Int>, rank: Int)?
    var reader = ScalarReader(text)
    while !reader.isAtEnd {
      let start = reader.position
      guard let phone = Self.number(&reader) else {
        reader.position = start + 1
        continue
      }
      let before = text.string(in: max(0, start - 12)..<start)
      let behind = text.string(in: reader.position..<min(text.scalars.count, reader.position + 6))
      let isFax = ["fax", "ファックス", "ファクス", "ファクシミリ"].contains { word in
        before.range(of: word).map {
          !before[$0.upperBound...].contains(where: \.isNumber)
            && !before[$0.upperBound...].contains("tel")
        } ?? false
      }
      guard !isFax else { continue }
      let rank =
        before.contains("直通") || behind.contains("直通")
        ? 0 : before.contains("代表") || behind.contains("代表") ? 2 : 1
      if rank < best?.rank ?? 3 { best = (phone, start..<reader.position, rank) }
    }
    return best.map { ($0.phone, $0.range) }
  }

  /// `03-0123-4567`, `03(0123)4567`, `+81-3-0123-4567`; nine digits at least.
  private static func number(_ reader: inout ScalarReader) -> String? {
    let isLabelled = reader.text.hasWord(Array("tel".unicodeScalars), at: reader.position - 3)
    if reader.previous.map({ $0.isDigit || $0 == "-" || $0 == "〒" || ($0.isLatin && !isLabelled) })
      == true
    {
      return nil
    }
    guard reader.next == "0" || reader.next == "+" || (reader.next == "(" && reader.peek(1) == "0")
    else {
      return nil
    }
    return reader.attempt { reader in
      var digits = ""
      var groups = 1
      let start = reader.position
      while let next = reader.next {
        if next.isDigit || (next == "+" && digits.isEmpty) {
          digits.unicodeScalars.append(next)
        } else if "-()ー".unicodeScalars.contains(next)
          || (next == " " && reader.peek(1)?.isDigit == true && groups < 4)
        {
          groups += digits.isEmpty || digits.hasSuffix("-") ? 0 : 1
          if !digits.isEmpty, !digits.hasSuffix("-"), next != " " || true { digits += "-" }
        } else {
          break
        }
        if next == "(", reader.peek(1)?.isDigit != true { break }
        reader.position += 1
      }
      while digits.hasSuffix("-") { digits.removeLast() }
      let count = digits.count(where: \.isNumber)
      guard (9...12).contains(count), reader.position > start else { return nil }
      return digits
    }
  }

  // MARK: Office

  private static let officeEndings = [
    "課", "係", "室", "センター", "部", "事務局", "担当", "掛", "科", "グループ", "チーム", "医局", "オフィス", "委員会",
  ]

  private func office(in statement: ReadStatement) -> (String, Range<Int>)? {
    let text = statement.text
    for line in text.pieces(separatedBy: { "\n".unicodeScalars.contains($0) }) {
      if let found = english(text, line) { return found }
      let end = endOfName(text, line)
      let start = startOfName(text, line.lowerBound..<end)
      guard start < end else { continue }
      if let range = officeRange(text, start..<end) {
        return (text.original(of: range).trimmingBlanks, range)
      }
    }
    return nil
  }

  private func english(_ text: FoldedText, _ line: Range<Int>) -> (String, Range<Int>)? {
    guard
      let start = ["office of", "division of", "department of", "center for", "centre for"]
        .compactMap({
          text.range(of: Array($0.unicodeScalars), in: line)?.lowerBound
        }).min()
    else { return nil }
    var end = start
    while end < line.upperBound, !",(:".unicodeScalars.contains(text.scalars[end]) { end += 1 }
    return (text.original(of: start..<end).trimmingBlanks, start..<end)
  }

  /// Where the name ends: before the telephone, the mail, the postal code or a bracket.
  private func endOfName(_ text: FoldedText, _ line: Range<Int>) -> Int {
    let stops = [
      "tel", "電話", "℡", "e-mail", "email", "mail", "メール", "fax", "〒", "(tel", "(電話", "(直通", "phone",
      "内線", "担当:", "直通",
    ]
    var end = line.upperBound
    for stop in stops {
      if let range = text.range(of: Array(stop.unicodeScalars), in: line) {
        end = min(end, range.lowerBound)
      }
    }
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
      if let found = text.range(of: Array(name.unicodeScalars), in: start..<range.upperBound) {
        start = found.upperBound
      }
    }
    for label in [
      "お問い合わせ先", "お問い合わせ", "問い合わせ先", "問い合わせ", "問合せ先", "問合せ", "お申込み", "お申し込み", "連絡先", "照会先", "応募先",
      "申込先", "問合せは", "提出先",
    ] {
      if let found = text.range(of: Array(label.unicodeScalars), in: start..<range.upperBound),
        found.lowerBound - start <= 2
      {
        start = found.upperBound
      }
    }
    while start < range.upperBound,
      text.scalars[start].isBlank || "は・、:/-".unicodeScalars.contains(text.scalars[start])
    {
      start += 1
    }
    return start
  }

  /// The words up to the last ending of an office's name.
  private func officeRange(_ text: FoldedText, _ range: Range<Int>) -> Range<Int>? {
    var end: Int?
    for ending in Self.officeEndings {
      let word = Array(ending.unicodeScalars)
      var start = range.lowerBound
      while start < range.upperBound, let found = text.range(of: word, in: start..<range.upperBound)
      {
        end = max(end ?? 0, found.upperBound)
        start = found.upperBound
      }
    }
    guard let end, (2...40).contains(end - range.lowerBound) else { return nil }
    let name = range.lowerBound..<end
    guard !text.scalars[name].contains(where: { "。、?".unicodeScalars.contains($0) }) else {
      return nil
    }
    return name
  }
}

extension String {
  /// The text without the characters at its end that fulfil a condition.
  func trimmingSuffix(while condition: (Character) -> Bool) -> String {
    var view = Substring(self)
    while let last = view.last, condition(last) { view.removeLast() }
    return String(view)
  }

  /// Where a word first stands.
  func range(of word: String) -> Range<String.Index>? {
    firstRange(of: word)
  }
}
