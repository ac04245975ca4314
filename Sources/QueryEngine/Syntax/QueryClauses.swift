import DomainLexicon
import JapaneseText

/// Tells the clauses in which people speak of themselves from those that ask for something.
///
/// `中国の医学部を卒業しました。関東の病院を探しています`: what somebody has done is no condition.
struct QueryClauses {
  let words: SpottedWords
  var text: FoldedText { words.text }

  struct Clause {
    let range: Range<Int>
    let isTelling: Bool
  }

  /// The clauses of a part of a query; where all tell of the person, none is left out.
  func clauses(in range: Range<Int>) -> [Clause] {
    var clauses: [Clause] = []
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      if let end = endOfTelling(from: position, clause: start, range) {
        clauses.append(Clause(range: start..<end, isTelling: true))
        (start, position) = (end, end)
      } else if isEnd(position) {
        clauses.append(Clause(range: start..<position + 1, isTelling: false))
        (start, position) = (position + 1, position + 1)
      } else {
        position += 1
      }
    }
    if start < range.upperBound {
      clauses.append(Clause(range: start..<range.upperBound, isTelling: false))
    }
    let asks = clauses.contains { !$0.isTelling && $0.range.contains { isText($0) } }
    return asks && clauses.contains(where: \.isTelling)
      ? clauses : [Clause(range: range, isTelling: false)]
  }

  /// Where a clause ends that tells of the person, if a word at a position says so.
  private func endOfTelling(from position: Int, clause start: Int, _ range: Range<Int>) -> Int? {
    for match in words.matches(at: position) {
      guard case .concept(let concepts) = match.meaning, match.range.upperBound <= range.upperBound
      else { continue }
      let end = match.range.upperBound
      if concepts.contains(.tellingEnd), !isCut(match.range) {
        let leadsOn = Self.joints.contains { text.string(in: match.range).hasSuffix($0) }
        if end == range.upperBound || !isText(end) || leadsOn { return end }
      }
      if concepts.contains(.tellingStart), !(start..<position).contains(where: isText) {
        return endOfStatement(from: end, range)
      }
    }
    return nil
  }

  /// Whether what joins goes on behind a match: `がないので` is none in `がないのですが`.
  private func isCut(_ range: Range<Int>) -> Bool {
    range.suffix(Self.longestJoint).contains { place in
      words.matches(at: place).contains { match in
        guard case .concept(let concepts) = match.meaning else { return false }
        return concepts.contains(.goingOn) && match.range.upperBound > range.upperBound
      }
    }
  }

  private static let longestJoint = 3

  /// What joins a clause to the next one without a mark.
  private static let joints = ["ので", "ため", "ために", "が", "けど", "けれど", "から"]
  private static let conjunctions = ["and ", "so ", "but ", "which ", "that "]

  private func endOfStatement(from start: Int, _ range: Range<Int>) -> Int {
    var reader = ScalarReader(text, in: range)
    reader.position = start
    while !reader.isAtEnd {
      if isEnd(reader.position) { return reader.position }
      if reader.previous?.isBlank == true, reader.sees(any: Self.conjunctions) {
        return reader.position
      }
      reader.position += 1
    }
    return range.upperBound
  }

  /// Marks that end a clause; points and commas between digits do not.
  private func isEnd(_ position: Int) -> Bool {
    let scalar = text.scalars[position]
    guard "。、,.!?;\n".unicodeScalars.contains(scalar) else { return false }
    return position == 0 || position + 1 >= text.scalars.count
      || !(text.scalars[position - 1].isDigit && text.scalars[position + 1].isDigit)
  }

  private func isText(_ position: Int) -> Bool {
    text.scalars.indices.contains(position)
      && !text.scalars[position].isBlank && !isEnd(position)
  }
}
