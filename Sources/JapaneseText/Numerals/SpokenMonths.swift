import ResourceTables

/// Months whose English names are common words, where they are meant as months (`deadline in May`, `March start`), and
/// stretches of months: `April to June`.
///
/// A day or a year beside the name says so by itself, and is left to the reader of dates.
struct SpokenMonths: Sendable {
  private struct Month {
    let word: [Unicode.Scalar]
    let written: String
    let role: String
  }

  private static let always = "month"
  private static let unlessVerb = "month-unless-verb"
  private static let others = "month-name"

  private let months: [Month]
  private let beginnings: ScalarSet
  private let leads: Set<String>
  private let trails: Set<String>

  init(_ table: ResourceTable) {
    func words(_ role: String) -> Set<String> {
      Set(table.rows.filter { $0["role"] == role }.flatMap { $0.list("spoken") })
    }
    months = [Self.always, Self.unlessVerb, Self.others].flatMap { role in
      table.rows.filter { $0["role"] == role }.flatMap { row in
        row.list("spoken").map {
          Month(word: Array($0.unicodeScalars), written: row["written"], role: role)
        }
      }
    }
    beginnings = ScalarSet(of: months.compactMap(\.word.first))
    leads = words("month-lead")
    trails = words("month-trail")
  }

  /// The month that stands at a place, or the stretch from one to another.
  func month(in text: FoldedText, at start: Int) -> (end: Int, written: String)? {
    guard beginnings.contains(text.scalars[start]), let (month, end) = name(at: start, of: text)
    else { return nil }
    let joints = text.hasWord("between ", before: start) ? [" and "] : Self.joints
    if let joint = joints.first(where: { text.hasWord($0, at: end) }),
      let (last, lastEnd) = name(at: end + joint.unicodeScalars.count, of: text)
    {
      return (lastEnd, month.written + "~" + last.written)
    }
    switch month.role {
    case Self.always: return (end, month.written)
    case Self.unlessVerb: return isMonth(start..<end, text) ? (end, month.written) : nil
    default: return nil
    }
  }

  private static let joints = [" to ", " until ", " till ", " through ", "-", " - "]

  /// The name of a month at a place, without a day or a year.
  private func name(at start: Int, of text: FoldedText) -> (month: Month, end: Int)? {
    guard start < text.scalars.count, start == 0 || !text.scalars[start - 1].isLatin,
      let month = months.first(where: { text.hasWord($0.word, at: start) })
    else { return nil }
    let end = start + month.word.count
    guard end == text.scalars.count || !text.scalars[end].isLatin,
      !isBesideNumber(start..<end, text)
    else { return nil }
    return (month, end)
  }

  /// `in may`, `May start`, `東京 May`: “may” is also a verb, which no query writes with a capital behind another word.
  private func isMonth(_ range: Range<Int>, _ text: FoldedText) -> Bool {
    let (before, behind) = (
      word(before: range.lowerBound, text), word(behind: range.upperBound, text)
    )
    if leads.contains(before) { return true }
    guard text.original(of: range).first?.isUppercase == true else { return false }
    return trails.contains(behind) || !before.isEmpty && behind.isEmpty
      || range.lowerBound == 0 && range.upperBound == text.scalars.count
  }

  private func isBesideNumber(_ range: Range<Int>, _ text: FoldedText) -> Bool {
    let around =
      [text.scalars[..<range.lowerBound].last { !$0.isBlank && $0 != "," }]
      + [text.scalars[range.upperBound...].first { !$0.isBlank && $0 != "," && $0 != "." }]
    let ordinals = ["st", "nd", "rd", "th", "of"].contains(word(before: range.lowerBound, text))
    return ordinals || around.contains { $0?.isDigit == true }
  }

  private func word(before end: Int, _ text: FoldedText) -> String {
    var end = end
    while end > 0, text.scalars[end - 1].isBlank { end -= 1 }
    var start = end
    while start > 0, !text.scalars[start - 1].isBlank, !text.scalars[start - 1].isDigit {
      start -= 1
    }
    return text.string(in: start..<end)
  }

  private func word(behind start: Int, _ text: FoldedText) -> String {
    var start = start
    while start < text.scalars.count, text.scalars[start].isBlank { start += 1 }
    var end = start
    while end < text.scalars.count, text.scalars[end].isLatin { end += 1 }
    return text.string(in: start..<end)
  }
}
