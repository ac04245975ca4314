import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads which papers to hand in: those under a label for them, else those of a list that `次の書類` announces, else
/// those that a sentence asks for.
struct PapersReader {
  let lexicon: Lexicon

  private var signs: SignTable { lexicon.signs }

  /// The most papers that a list is believed to have.
  private static let mostPapers = 30

  /// The papers, by their names as the page writes them, without what brackets add to them.
  func papers(in statements: [ReadStatement]) -> Finding<[String]>? {
    labelled(statements) ?? listed(statements) ?? told(statements)
  }

  private func labelled(_ statements: [ReadStatement]) -> Finding<[String]>? {
    gathered(
      statements.filter { $0.topic == .documents && $0.statement.shape != .heading }.map {
        ($0, $0.text.scalars.indices)
      })
  }

  /// How many papers under one another are a list.
  private static let leastListed = 2

  /// `次に掲げる書類を提出しなければならない。⏎一 申請書⏎二 履歴書`: lines with nothing but a paper each.
  private func listed(_ statements: [ReadStatement]) -> Finding<[String]>? {
    var run: [(ReadStatement, Range<Int>)] = []
    var isAnnounced = false
    for statement in statements
    where ![.result, .contact, .unrelated].contains(statement.topic) {
      for line in statement.text.pieces(separatedBy: { $0 == "\n" }) {
        if isAnnounced, isPaperAlone(statement.text, line) {
          run.append((statement, line))
          continue
        }
        if run.count >= Self.leastListed { return gathered(run) }
        run = []
        isAnnounced = announces(statement.text, line)
      }
    }
    return run.count >= Self.leastListed ? gathered(run) : nil
  }

  private func announces(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    signs.says(.listOfPapers, in: text, range: line)
      && !signs.says(.otherPapers, in: text, range: line)
      && !lexicon.concepts.says(.afterAdmission, .noNeed, in: text, range: line)
  }

  private func isPaperAlone(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    guard !text.scalars[line].contains("。"), !names(in: text, line).isEmpty,
      let last = nouns(text, line).last(where: { !isInBracket(text, $0, line) })
    else { return false }
    // 願書を受け付けます: a line that goes on is a sentence.
    let behind = text.trimmed(last.upperBound..<line.upperBound)
    return behind.first.map { !Self.goingOn.contains(text.scalars[$0]) } ?? true
  }

  /// Particles behind a paper in a sentence.
  private static let goingOn = ScalarSet("をがにではも")

  /// `申請書に履歴書、合格証書（写）及び健康診断書を添えて提出`.
  private func told(_ statements: [ReadStatement]) -> Finding<[String]>? {
    for statement in statements
    where [nil, .application, .recommendation, .accepting, .selection].contains(statement.topic)
      && statement.statement.shape != .heading
    {
      for sentence in statement.sentences {
        guard signs.says(.handingIn, in: statement.text, range: sentence),
          !signs.says(.otherPapers, in: statement.text, range: sentence),
          !lexicon.concepts.says(.afterAdmission, in: statement.text, range: sentence),
          names(in: statement.text, sentence).count >= Self.leastListed
        else { continue }
        return gathered([(statement, sentence)])
      }
    }
    return nil
  }

  private func gathered(_ places: [(ReadStatement, Range<Int>)]) -> Finding<[String]>? {
    var papers: [String] = []
    var quotes: [Quote] = []
    for (statement, range) in places {
      var new: [String] = []
      for name in names(in: statement.text, range)
      where !papers.contains(name) && !new.contains(name) {
        new.append(name)
      }
      guard !new.isEmpty else { continue }
      papers += new
      quotes.append(Quote(statement, around: range))
    }
    return papers.isEmpty ? nil : Finding(Array(papers.prefix(Self.mostPapers)), quotes: quotes)
  }

  // MARK: Names

  private func names(in text: FoldedText, _ range: Range<Int>) -> [String] {
    // 応募書類（願書・履歴書）を郵送する: the bracket lists them.
    if let inside = bracketBehindPapers(text, range) {
      let listed = namesAlone(text, inside)
      if listed.count >= Self.leastListed { return listed }
    }
    return namesAlone(text, range)
  }

  private func namesAlone(_ text: FoldedText, _ range: Range<Int>) -> [String] {
    pieces(text, range).flatMap { parts(text, $0) }.compactMap { name(text, $0) }
  }

  private func bracketBehindPapers(_ text: FoldedText, _ range: Range<Int>) -> Range<Int>? {
    guard let word = signs.ranges(of: .openingBracket, in: text, range: range).first,
      let close = text.scalars[word.upperBound..<range.upperBound].firstIndex(of: ")")
    else { return nil }
    return word.upperBound..<close
  }

  private static let separators = ScalarSet("\n。、,;/・")

  /// The parts of a stretch between separators and item numbers; brackets are not cut.
  private func pieces(_ text: FoldedText, _ range: Range<Int>) -> [Range<Int>] {
    var depth = 0
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalars[index]
      var end = index + 1
      var cuts = depth == 0 && Self.separators.contains(scalar)
      if let behind = itemNumber(text, index, range.upperBound) {
        cuts = true
        end = behind
      } else if scalar == "(" {
        depth += 1
      } else if scalar == ")" {
        depth = max(0, depth - 1)
      }
      if cuts {
        pieces.append(start..<index)
        start = end
      }
      index = end
    }
    pieces.append(start..<range.upperBound)
    return pieces.filter { !$0.isEmpty }
  }

  /// The end of `(2)` or `②`, where one begins.
  private func itemNumber(_ text: FoldedText, _ index: Int, _ end: Int) -> Int? {
    if (0x2460...0x24FF).contains(text.scalars[index].value) { return index + 1 }
    guard text.scalars[index] == "(" else { return nil }
    var reader = ScalarReader(text, in: index + 1..<end)
    let digits = reader.take(while: \.isDigit)
    return (1...2).contains(digits) && reader.take(")" as Unicode.Scalar) ? reader.position : nil
  }

  private static let connectors = [
    "及び", "並びに", "および", "ならびに", "と", "に", "それに", "や", " and ",
  ]

  /// A piece cut where a word joins one paper to the next: 申請書に履歴書, 卒業証明書及び成績証明書.
  private func parts(_ text: FoldedText, _ piece: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = piece.lowerBound
    for noun in nouns(text, piece) where noun.upperBound > start {
      let end = behindBracket(text, noun.upperBound, piece.upperBound)
      // 履歴書を角形2号封筒に入れて: what is done with the papers follows, and may name another.
      if text.hasWord("を", at: end), !nouns(text, end..<piece.upperBound).isEmpty,
        !lexicon.concepts.says(.noNeed, .maybeNeed, in: text, range: end..<piece.upperBound)
      {
        return parts + [start..<end]
      }
      guard
        let word = Self.connectors.first(where: {
          text.hasWord($0, at: end)
        })
      else { continue }
      parts.append(start..<end)
      start = min(piece.upperBound, end + word.unicodeScalars.count)
    }
    if start < piece.upperBound { parts.append(start..<piece.upperBound) }
    return parts
  }

  private func nouns(_ text: FoldedText, _ range: Range<Int>) -> [Range<Int>] {
    let others = signs.ranges(of: .noPaper, in: text, range: range)
    return lexicon.concepts.ranges(of: .paperNoun, in: text, range: range).filter { noun in
      !others.contains { $0.overlaps(noun) }
    }
  }

  private func behindBracket(_ text: FoldedText, _ position: Int, _ end: Int) -> Int {
    guard position < end, text.scalars[position] == "(",
      let close = text.scalars[position..<end].firstIndex(of: ")")
    else { return position }
    return close + 1
  }

  /// Particles and marks that may stand behind a paper's name.
  private static let particles = ScalarSet("をがにでの※(各計等")

  /// Marks before the name of a paper.
  private static let marks = ScalarSet("・●○■□※-–—*:：、")

  /// The most characters of a paper's name.
  private static let longestName = 40
  private static let longestEnglishName = 90

  private func name(_ text: FoldedText, _ part: Range<Int>) -> String? {
    guard let last = nouns(text, part).last(where: { !isInBracket(text, $0, part) }) else {
      return nil
    }
    let isEnglish = !text.scalars[part].contains(where: \.isJapanese)
    let end = isEnglish ? endOfEnglishName(text, part) : last.upperBound
    let rest = end..<part.upperBound
    let behind = text.trimmed(rest)
    // 推薦書は不要です, 推薦状（任意）
    guard !lexicon.concepts.says(.noNeed, in: text, range: rest),
      isEnglish || mayStandBehindPaper(behind, in: text)
    else { return nil }
    var name = Numbering.stripped(text.original(of: start(of: text, part.lowerBound..<end)..<end))
      .trimmingBlanks
    name = String(name.unicodeScalars.drop(while: Self.marks.contains))
    name = (isEnglish ? Self.withoutBeginning(name) : name).trimmingBlanks
    for word in ["それに", "また", "さらに", "ならびに"] where name.hasPrefix(word) {
      name = String(name.dropFirst(word.count))
    }
    let letters = name.unicodeScalars
    guard
      letters.count(where: { $0 == ")" || $0 == "）" })
        <= letters.count(where: { $0 == "(" || $0 == "（" }),
      (2...(isEnglish ? Self.longestEnglishName : Self.longestName)).contains(name.count),
      !isGeneral(name)
    else { return nil }
    return name
  }

  private func mayStandBehindPaper(_ behind: Range<Int>, in text: FoldedText) -> Bool {
    guard let first = behind.first.map({ text.scalars[$0] }) else { return true }
    return Character(first).isNumber || Self.particles.contains(first)
      || signs.says(.behindPaper, atStartOf: behind, in: text)
  }

  /// 返信用封筒（切手を貼ったもの）: what a bracket adds is not the paper.
  private func isInBracket(_ text: FoldedText, _ noun: Range<Int>, _ part: Range<Int>) -> Bool {
    let before = text.scalars[part.lowerBound..<noun.lowerBound]
    return before.count { $0 == "(" } > before.count { $0 == ")" }
  }

  /// Where a name begins: behind `予備試験を経た方：` and `応募の際は`.
  private func start(of text: FoldedText, _ range: Range<Int>) -> Int {
    let mark = range.last { index in
      if text.scalars[index] == ":" { return true }
      return text.scalars[index] == "は" && index + 1 < range.upperBound
        && !text.scalars[index + 1].isHiragana
        && !["又は", "または", "若しくは", "もしくは"].contains { text.hasWord($0, before: index + 1) }
    }
    return mark.map { $0 + 1 } ?? range.lowerBound
  }

  private static let verbs = [
    " is ", " are ", " must ", " will ", " should ", "please ", " may ", " can ", " has ", " have ",
  ]

  private static let asking = ["send ", "submit ", "enclose ", "attach ", "include ", "provide "]

  /// `Send the consent together with the application form`, `your curriculum vitae`: what stands before the paper.
  private static func withoutBeginning(_ name: String) -> String {
    var name = name
    if asking.contains(where: name.lowercased().hasPrefix) {
      let places = [" with ", " the ", " your ", " an ", " a "].compactMap {
        name.ranges(of: $0).last?.upperBound
      }
      if let start = places.max() { name = String(name[start...]) }
    }
    for article in ["your ", "an ", "a ", "the ", "one ", "and "]
    where name.lowercased().hasPrefix(article) {
      name = String(name.dropFirst(article.count))
    }
    return name
  }

  private func endOfEnglishName(_ text: FoldedText, _ part: Range<Int>) -> Int {
    let words = text.string(in: part)
    guard !Self.verbs.contains(where: words.contains) else { return part.lowerBound }
    return text.scalars[part].firstIndex(of: "(") ?? part.upperBound
  }

  /// 次の書類, 応募書類: words for all papers name none.
  private func isGeneral(_ name: String) -> Bool {
    let text = FoldedText(name)
    let all = text.scalars.indices
    return signs.says(.general, asExactly: all, in: text)
      || signs.says(.wordForAll, before: all.upperBound, in: text)
        && !signs.says(.thatDoSomething, before: all.upperBound, in: text)
  }
}
