import ResourceTables

/// Numbers in English words with a scale: `three hundred thousand`, `half a million`, `300 thousand`.
struct EnglishNumbers: Sendable {
  private let numbers: [String: Int]
  private let scales: [String: Int]

  /// Lesser numbers count months and people, and are read where these are.
  private static let least = 1000
  private static let mostWords = 12

  init(_ table: ResourceTable) {
    func values(_ role: String) -> [String: Int] {
      Dictionary(
        table.rows.filter { $0["role"] == role }.map { ($0["spoken"], Int($0["written"]) ?? 0) },
        uniquingKeysWith: { one, _ in one })
    }
    numbers = values("english")
    scales = values("scale")
  }

  /// The number at a place, and where it ends; nothing where its words do not make one number.
  func number(in text: FoldedText, at start: Int) -> (end: Int, value: Int)? {
    if text.scalars[start].isDigit { return scaled(in: text, at: start) }
    guard start == 0 || !text.scalars[start - 1].isLatin, text.scalars[start].isLatin,
      var reading = beginning(in: text, at: start), !isBehindQuantity(start, of: text)
    else { return nil }
    for _ in 0..<Self.mostWords {
      guard let word = word(in: text, at: reading.end) else { break }
      if let scale = scales[word.letters] {
        guard reading.take(scale: scale, end: word.end) else { return nil }
      } else if let number = numbers[word.letters] {
        guard reading.take(number, end: word.end) else { return nil }
      } else if word.letters == "and", reading.hasScale,
        let next = self.word(in: text, at: word.end), numbers[next.letters] != nil
      {
        reading.end = word.end
      } else {
        break
      }
    }
    let value = reading.total + reading.group
    return reading.hasScale && value >= Self.least ? (reading.end, value) : nil
  }

  /// `3hundred`, `.5 million`, `2,5 million`, `a few hundred thousand`: the words are a part of what is counted.
  private func isBehindQuantity(_ start: Int, of text: FoldedText) -> Bool {
    var end = start
    while end > 0, " -".unicodeScalars.contains(text.scalars[end - 1]) { end -= 1 }
    return end > 0
      && (text.scalars[end - 1].isDigit
        || ".,".unicodeScalars.contains(text.scalars[end - 1]) && end == start
        || ["few", "several", "many", "some", "hundreds of", "thousands of", "half"].contains {
          text.hasWord($0, before: end)
        })
  }

  /// `500 thousand`, `1.2 million`: digits, of which two may stand behind a point.
  private func scaled(in text: FoldedText, at start: Int) -> (end: Int, value: Int)? {
    guard
      start == 0
        || !text.scalars[start - 1].isDigit
          && !".,".unicodeScalars.contains(text.scalars[start - 1])
    else { return nil }
    var end = start
    while end < text.scalars.count, end < start + Self.longestDigits,
      ("0"..."9").contains(text.scalars[end]) || text.scalars[end] == "."
    {
      end += 1
    }
    let parts = text.string(in: start..<end).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), end < text.scalars.count,
      text.scalars[end] == " ", let word = word(in: text, at: end),
      let scale = scales[word.letters],
      scale >= Self.least
    else { return nil }
    guard parts.count == 2 else { return (word.end, whole * scale) }
    guard (1...2).contains(parts[1].count), let fraction = Int(parts[1]) else { return nil }
    return (word.end, whole * scale + fraction * scale / (parts[1].count == 1 ? 10 : 100))
  }

  private static let longestDigits = 6

  private struct Reading {
    var total = 0
    var group = 0
    /// What a scale is taken of: the half of a million.
    var divisor = 1
    var hasScale = false
    var end: Int

    /// Takes a word such as thousand; false where it cannot stand there.
    mutating func take(scale: Int, end: Int) -> Bool {
      if scale == 100 {
        guard (1...9).contains(group) else { return false }
        group *= 100
      } else {
        guard group > 0, total == 0 || total > scale else { return false }
        total += group * scale / divisor
        group = 0
      }
      hasScale = true
      self.end = end
      return true
    }

    /// Takes a lesser number: nine behind twenty, ninety behind a hundred.
    mutating func take(_ number: Int, end: Int) -> Bool {
      let room = group % 100 == 0 ? 100 : group % 10 == 0 && group % 100 > 10 ? 10 : 0
      guard number < room else { return false }
      group += number
      self.end = end
      return true
    }
  }

  /// `half a`, `a quarter of a`, `a`: what stands before a scale; nothing where a number does.
  private func beginning(in text: FoldedText, at start: Int) -> Reading? {
    let isShort = text.scalars[start] == "a" || text.scalars[start] == "h"
    for (words, divisor) in [("half a ", 2), ("a quarter of a ", 4), ("a ", 1)]
    where isShort && text.hasWord(words, at: start) {
      let end = start + words.unicodeScalars.count
      guard let next = word(in: text, at: end), scales[next.letters] != nil else { return nil }
      return Reading(group: 1, divisor: divisor, end: end)
    }
    guard let first = word(in: text, at: start), numbers[first.letters] != nil else { return nil }
    return Reading(end: start)
  }

  private func word(in text: FoldedText, at start: Int) -> (letters: String, end: Int)? {
    var begin = start
    while begin < text.scalars.count, text.scalars[begin] == " " || text.scalars[begin] == "-" {
      begin += 1
    }
    var end = begin
    while end < text.scalars.count, text.scalars[end].isLatin { end += 1 }
    return end > begin ? (text.string(in: begin..<end), end) : nil
  }
}
