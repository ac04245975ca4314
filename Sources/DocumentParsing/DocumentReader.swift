public import JapaneseText
public import ResourceTables

/// Reads the bytes of a page, a PDF or a text file into a document.
public struct DocumentReader: Sendable {
  /// The largest file that is read, in bytes.
  public static let largestFile = 50 << 20
  /// The most bytes of a page or a text file that are read; what lies beyond is left out, and told.
  ///
  /// PDFs are bounded by their words.
  public static let largestPage = 8 << 20

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
  ///   - memory: What keeps the texts that are folded.
  /// - Returns: What the file states.
  /// - Throws: Why the file gives no document.
  public func document(
    from bytes: [UInt8], contentType: String? = nil, remembering memory: FoldingMemory = .init()
  ) async throws(UnreadableDocument) -> ParsedDocument {
    guard bytes.contains(where: { $0 > 32 }) else { throw .empty }
    guard bytes.count <= Self.largestFile else {
      throw .tooLarge(bytes: bytes.count, limit: Self.largestFile)
    }
    switch FileSignature.format(of: bytes) {
    case .unsupported(let mediaType): throw .unsupported(mediaType: mediaType)
    case .pdf: return try await pdf(bytes, memory)
    case .text:
      return try memory.remembering { () throws(UnreadableDocument) in
        try text(bytes, contentType)
      }
    }
  }

  /// A page, or a text without markup.
  private func text(
    _ bytes: [UInt8], _ contentType: String?
  ) throws(UnreadableDocument) -> ParsedDocument {
    let decoded = charsets.decode(Self.start(of: bytes), contentType: contentType)
    guard FileSignature.looksLikeHTML(decoded.text) else {
      return plainText(decoded).remarking(Self.cut(of: bytes))
    }
    guard LibXML2.shared != nil else { throw .missingTool(name: "libxml2") }
    guard let tree = PageTree(decoded, cut: Self.cut(of: bytes)) else {
      return plainText(decoded).remarking(Self.cut(of: bytes))
    }
    return document(of: tree)
  }

  /// The bytes that are read, cut where no character is: before a line end or a tag.
  private static func start(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > largestPage else { return bytes }
    let start = bytes.prefix(largestPage)
    let end = start.suffix(1 << 16).lastIndex { $0 == 10 || $0 == UInt8(ascii: "<") }
    return Array(start[..<(end ?? start.endIndex)])
  }

  private static func cut(of bytes: [UInt8]) -> String? {
    bytes.count > largestPage ? "what lies beyond \(largestPage) bytes was left out" : nil
  }

  /// Parses a page for its links, and for what it states where its words are wanted; nil for anything but HTML.
  public func glance(
    at bytes: [UInt8], contentType: String? = nil, where isWanted: (PageWords) -> Bool
  ) -> PageGlance? {
    guard bytes.count <= Self.largestFile, FileSignature.format(of: bytes) == .text else {
      return nil
    }
    let decoded = charsets.decode(Self.start(of: bytes), contentType: contentType)
    guard FileSignature.looksLikeHTML(decoded.text) else { return nil }
    return PageGlance(decoded, cut: Self.cut(of: bytes), where: isWanted)
  }

  /// What a page that was parsed states.
  public func document(of tree: PageTree) -> ParsedDocument {
    let root = MainContent.root(of: tree.root)
    var headings: [String] = []
    root.forEach { if $0.name == "h1" { headings.append($0.text) } }
    var remarks = remarks(on: tree.decoded)
    if tree.isTooDeep {
      remarks.append("what is nested deeper than \(HTMLReader.deepest) levels was left out")
    }
    let contacts = MainContent.contacts(beside: root, in: tree.root).flatMap(HTMLFlow.items)
    let (statements, beyond) = Self.statements(of: HTMLFlow.items(of: root) + contacts)
    return ParsedDocument(
      format: .html, title: FlowBounds.heading(tree.title),
      language: tree.root.attributes["lang"].map { String($0.prefix(2)).lowercased() },
      headings: headings.filter { !$0.isEmpty }.map(FlowBounds.heading),
      statements: statements, links: tree.links, charset: tree.decoded,
      source: tree.decoded.text, remarks: remarks + beyond
    ).remarking(tree.cut)
  }

  private func plainText(_ decoded: DecodedText) -> ParsedDocument {
    let lines = PlainText.lines(of: decoded.text)
    let titles = PlainText.titles(of: lines)
    let (statements, beyond) = Self.statements(of: PlainText.items(of: lines))
    return ParsedDocument(
      format: .plainText, title: FlowBounds.heading(titles.first ?? ""), language: nil,
      headings: titles.map(FlowBounds.heading),
      statements: statements, links: [], charset: decoded,
      source: decoded.text, remarks: remarks(on: decoded) + beyond)
  }

  private func pdf(
    _ bytes: [UInt8], _ memory: FoldingMemory
  ) async throws(UnreadableDocument) -> ParsedDocument {
    let (pages, isCut) = try await PDFTextReader.pages(of: bytes)
    guard pages.contains(where: { !$0.words.isEmpty }) else { throw .pdfWithoutText }
    let (content, (statements, beyond)) = memory.remembering {
      let content = PDFLayout.content(of: pages)
      return (content, Self.statements(of: content.items))
    }
    let cut =
      "what lies beyond \(PDFTextReader.mostPages) pages or \(PDFTextReader.mostWords) words was left out"
    return ParsedDocument(
      format: .pdf, title: content.title, language: nil,
      headings: content.title.isEmpty ? [] : [content.title],
      statements: statements, links: [], charset: nil,
      source: pages.map { $0.words.map(\.text).joined(separator: " ") }.joined(separator: "\n"),
      remarks: content.remarks + beyond + (isCut ? [cut] : []))
  }

  /// The statements of a flow, and what is to be told where some were left out.
  private static func statements(of items: [FlowItem]) -> ([Statement], beyond: [String]) {
    var bounds = FlowBounds()
    let statements = StatementBuilder.statements(of: bounds.bounded(items))
    let cut = "the page is too large; only its first \(FlowBounds.mostText) characters were read"
    return (statements, bounds.isCut ? [cut] : [])
  }

  private func remarks(on decoded: DecodedText) -> [String] {
    var remarks: [String] = []
    if let label = decoded.overruled {
      remarks.append("the declared charset \(label) does not fit; read as \(decoded.charset)")
    }
    if decoded.isDoubtful {
      remarks.append("the charset cannot be told; read as \(decoded.charset), which does not fit")
    }
    return remarks + (WritingSystem.remark(on: decoded.text).map { [$0] } ?? [])
  }
}
