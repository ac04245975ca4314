/// A page or a PDF as values: what it is, and what it states in reading order.
public struct ParsedDocument: Sendable {
  /// The kind of file.
  public enum Format: String, Sendable {
    case html = "text/html"
    case pdf = "application/pdf"
    case plainText = "text/plain"
  }

  /// The kind of file.
  public var format: Format
  /// The title, as the page declares it.
  public var title: String
  /// The language that the page declares, such as `ja`.
  public var language: String?
  /// The main headings of the page: its first-level headings, or its first line.
  public var headings: [String]
  /// What the page states, in reading order, menus and footers left out.
  public var statements: [Statement]
  /// The links of the page, menus included.
  public var links: [DocumentLink]
  /// How the bytes were read; absent for a PDF.
  public var charset: DecodedText?
  /// The decoded page: a page or a text file as it was decoded, tags and all; of a PDF its words in
  /// pdftotext's order, with a blank between two, a line a page.
  public var source: String
  /// What a reader of the log should know: dropped parts, overruled declarations.
  public var remarks: [String]

  /// The same document with one more remark.
  func remarking(_ remark: String?) -> ParsedDocument {
    var document = self
    if let remark { document.remarks.append(remark) }
    return document
  }

  /// The words of the decoded page, to find quotations in.
  public var pageText: PageText { PageText(source, isMarkup: format == .html) }

  /// The main text, a line a statement, for full-text search.
  public var text: String {
    var text = ""
    text.reserveCapacity(statements.reduce(0) { $0 + $1.text.utf8.count + 40 })
    var last: String?
    func add(_ line: String) {
      last = line
      guard !line.isEmpty else { return }
      if !text.isEmpty { text += "\n" }
      text += line
    }
    for statement in statements {
      for label in statement.labels where last != label { add(label) }
      add(statement.text)
    }
    return text
  }
}

/// A link.
public struct DocumentLink: Hashable, Sendable {
  /// The address as the page writes it.
  public let address: String
  /// The words of the link.
  public let text: String
  /// Whether it stands in a menu, a header or a footer.
  public let isNavigation: Bool
  /// Whether the page asks crawlers not to follow it (`rel="nofollow"`).
  public let isNotToFollow: Bool
  /// Whether it is a frame, which has no words: the page is made of its frames.
  public let isFrame: Bool
}

/// Why a file gave no document.
public enum UnreadableDocument: Error, Hashable, Sendable {
  /// Nothing is in it.
  case empty
  /// It is of a kind that is not read.
  case unsupported(mediaType: String)
  /// A PDF that pdftotext refuses.
  case brokenPDF(reason: String)
  /// A PDF that asks for a password.
  case encryptedPDF
  /// A PDF without text: most likely a scan.
  case pdfWithoutText
  /// pdftotext is not installed.
  case missingTool(name: String)
  /// Reading took longer than allowed.
  case timedOut(seconds: Int)
  /// The file is larger than allowed.
  case tooLarge(bytes: Int, limit: Int)
}
