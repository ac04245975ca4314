import DocumentParsing
import JapaneseText

/// Puts the tables behind the articles of rules under what their article is about.
///
/// `別表第２（第７条関係）` stands at the end, under whatever heading came last; the heading of article 7
/// (宿舎) says what its sums are.
enum AnnexHeads {
  /// The most characters of the caption of such a table.
  private static let longestCaption = 40

  /// The statements, those of annexed tables with their captions and their articles' headings above.
  static func headed(_ statements: [Statement]) -> [Statement] {
    guard statements.contains(where: isCaption) else { return statements }
    let headings = headingsOfArticles(statements)
    var result: [Statement] = []
    var caption: String?
    for statement in statements {
      if statement.shape == .heading { caption = nil }
      var statement = statement
      if isCaption(statement) {
        let article = article(in: FoldedText(statement.text))
        // The bracket names articles only; what the table is of stands behind it or above the article.
        caption = [outsideBrackets(statement.text), article.flatMap { headings[$0] }]
          .compactMap { $0 }.joined(separator: " ")
        statement.shape = .heading
      } else if let caption {
        statement.section = statement.section.dropLast() + [caption]
      }
      result.append(statement)
    }
    return result
  }

  private static func outsideBrackets(_ caption: String) -> String {
    guard let open = caption.firstIndex(where: { "(（".contains($0) }),
      let close = caption[open...].firstIndex(where: { ")）".contains($0) })
    else { return caption }
    return String(caption[..<open] + caption[caption.index(after: close)...])
  }

  private static func isCaption(_ statement: Statement) -> Bool {
    statement.shape == .paragraph && statement.labels.isEmpty
      && FoldedText(statement.text).withoutBlanks.hasWord("別表", at: 0)
      && statement.text.count <= longestCaption
  }

  /// The heading above each article: 第７条 under （宿舎）.
  private static func headingsOfArticles(_ statements: [Statement]) -> [Int: String] {
    var headings: [Int: String] = [:]
    for statement in statements where statement.shape == .paragraph {
      let text = FoldedText(String(statement.text.prefix(8)))
      guard text.string.hasPrefix("第"), let article = article(in: text),
        let heading = statement.section.last, headings[article] == nil
      else { continue }
      headings[article] = heading
    }
    return headings
  }

  /// The number of the first article that a text names.
  private static func article(in text: FoldedText) -> Int? {
    var reader = ScalarReader(text)
    while !reader.isAtEnd {
      if reader.take("第" as Unicode.Scalar), let number = NumberReader.number(&reader),
        reader.next == "条"
      {
        return number
      }
      reader.position += 1
    }
    return nil
  }
}
