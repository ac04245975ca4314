public import ResourceTables

/// Reads the bytes of a page, a PDF or a text file into a document.
public struct DocumentReader: Sendable {
  /// The largest file that is read, in bytes.
  public static let largestFile = 50 << 20

  private let charsets: CharsetDecoder

  /// Makes a reader.
  public init() throws(TableError) {
    charsets = try CharsetDecoder()
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The file as it came.
  ///   - contentType: The HTTP header of that name, if there was one.
  /// - Returns: What the file states.
  /// - Throws: Why the file gives no document.
  public func document(
    from bytes: [UInt8], contentType: String? = nil
  ) async throws(UnreadableDocument) -> ParsedDocument {
    guard bytes.contains(where: { $0 > 32 }) else { throw .empty }
    guard bytes.count <= Self.largestFile else {
      throw .tooLarge(bytes: bytes.count, limit: Self.largestFile)
    }
    switch FileSignature.format(of: bytes) {
    case .unsupported(let mediaType): throw .unsupported(mediaType: mediaType)
    case .pdf: return try await pdf(bytes)
    case .text:
      let decoded = charsets.decode(bytes, contentType: contentType)
      guard FileSignature.looksLikeHTML(decoded.text) else { return plainText(decoded) }
      guard LibXML2.shared != nil else { throw .missingTool(name: "libxml2") }
      return html(decoded)
    }
  }

  /// Reads a page at once, for its links; nil for anything but HTML.
  public func page(from bytes: [UInt8], contentType: String? = nil) -> ParsedDocument? {
    guard bytes.count <= Self.largestFile, FileSignature.format(of: bytes) == .text else {
      return nil
    }
    let decoded = charsets.decode(bytes, contentType: contentType)
    return FileSignature.looksLikeHTML(decoded.text) ? html(decoded) : nil
  }

  private func html(_ decoded: DecodedText) -> ParsedDocument {
    guard let (page, isCut) = HTMLReader.tree(of: decoded.text) else { return plainText(decoded) }
    let root = MainContent.root(of: page)
    var headings: [String] = []
    root.forEach { if $0.name == "h1" { headings.append($0.text) } }
    var remarks = remarks(on: decoded)
    if isCut {
      remarks.append("what is nested deeper than \(HTMLReader.deepest) levels was left out")
    }
    return ParsedDocument(
      format: .html, title: page.first("title")?.text ?? "",
      language: page.attributes["lang"].map { String($0.prefix(2)).lowercased() },
      headings: headings.filter { !$0.isEmpty },
      statements: StatementBuilder.statements(of: HTMLFlow.items(of: root)),
      links: Self.links(of: page), charset: decoded, remarks: remarks)
  }

  private func plainText(_ decoded: DecodedText) -> ParsedDocument {
    let lines = PlainText.lines(of: decoded.text)
    let titles = PlainText.titles(of: lines)
    return ParsedDocument(
      format: .plainText, title: titles.first ?? "", language: nil, headings: titles,
      statements: StatementBuilder.statements(of: [.lines(lines)]), links: [], charset: decoded,
      remarks: remarks(on: decoded))
  }

  private func pdf(_ bytes: [UInt8]) async throws(UnreadableDocument) -> ParsedDocument {
    let (pages, isCut) = try await PDFTextReader.pages(of: bytes)
    guard pages.contains(where: { !$0.words.isEmpty }) else { throw .pdfWithoutText }
    let content = PDFLayout.content(of: pages)
    let cut =
      "what lies beyond \(PDFTextReader.mostPages) pages or \(PDFTextReader.mostWords) words was left out"
    return ParsedDocument(
      format: .pdf, title: content.title, language: nil,
      headings: content.title.isEmpty ? [] : [content.title],
      statements: StatementBuilder.statements(of: content.items), links: [], charset: nil,
      remarks: content.remarks + (isCut ? [cut] : []))
  }

  private func remarks(on decoded: DecodedText) -> [String] {
    decoded.overruled.map {
      ["the declared charset \($0) does not fit; read as \(decoded.charset)"]
    } ?? []
  }

  private static func links(of page: HTMLElement) -> [DocumentLink] {
    var links: [DocumentLink] = []
    collect(page, isNavigation: false, into: &links)
    return links
  }

  private static func collect(
    _ element: HTMLElement, isNavigation: Bool, into links: inout [DocumentLink]
  ) {
    let isNavigation = isNavigation || element.isFurniture
    if element.name == "a" || element.name == "area" || element.name == "frame"
      || element.name == "iframe",
      let address = element.attributes["href"] ?? element.attributes["src"]
    {
      links.append(
        DocumentLink(address: address, text: element.text, isNavigation: isNavigation))
    }
    for child in element.elements { collect(child, isNavigation: isNavigation, into: &links) }
  }
}
