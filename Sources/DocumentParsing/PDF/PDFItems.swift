/// Tells the items of a list from headings: a numbered line with nothing below it heads nothing.
enum PDFItems {
  /// The items with such lines as lines, and the last one of a list with them.
  static func withoutEmptyHeadings(_ items: [FlowItem]) -> [FlowItem] {
    var result: [FlowItem] = []
    /// Whether the beginning of each open part was left out.
    var isLeftOut: [Bool] = []
    var listLevel: Int?
    var index = 0
    while index < items.count {
      let item = items[index]
      index += 1
      if case .sectionStart = item {
        if let (level, text) = numberedHeading(items, at: index),
          isEnd(items, at: index + 1) || level == listLevel
        {
          result.append(.lines([line(text)]))
          isLeftOut.append(true)
          listLevel = level
          index += 1
          continue
        }
        isLeftOut.append(false)
        listLevel = nil
      } else if case .sectionEnd = item {
        if isLeftOut.popLast() == true { continue }
      } else {
        listLevel = nil
      }
      result.append(item)
    }
    return result
  }

  private static func numberedHeading(
    _ items: [FlowItem], at index: Int
  ) -> (level: Int, text: String)? {
    guard index < items.count, case .heading(let level, let text) = items[index],
      LineShape.beginsWithNumber(text)
    else { return nil }
    return (level, text)
  }

  private static func isEnd(_ items: [FlowItem], at index: Int) -> Bool {
    guard index < items.count else { return true }
    if case .sectionEnd = items[index] { return true }
    return false
  }

  private static func line(_ text: String) -> TextLine {
    var line = TextLine(text)
    line.isListItem = true
    return line
  }
}
