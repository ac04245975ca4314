public import DocumentParsing
public import DomainLexicon
public import FactExtraction
import JapaneseText
public import RecruitmentModel
import ResourceTables

/// Reads the records that one page or PDF states.
public struct ExtractionWorkflow: Sendable {
  /// What came of a page.
  public enum Outcome: Sendable {
    /// The page was read; it may state nothing.
    case read(programs: [Program], document: ParsedDocument)
    /// The page could not be read.
    case unreadable(UnreadableDocument)
  }

  private let reader: DocumentReader
  private let extractor: RecordExtractor
  private let lexicon: Lexicon

  /// Makes the workflow over the tables that come with the program.
  public init(lexicon: Lexicon? = nil) throws {
    reader = try DocumentReader()
    let lexicon = try lexicon ?? Lexicon(isForPages: true)
    self.lexicon = lexicon
    extractor = RecordExtractor(lexicon: lexicon)
  }

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: The page as it came.
  ///   - contentType: The HTTP header of that name, if there was one.
  ///   - origin: Where the page comes from.
  /// - Returns: The records that it states, or why it could not be read.
  public func outcome(
    of bytes: [UInt8], contentType: String? = nil, from origin: RecordExtractor.Origin
  ) async -> Outcome {
    let memory = FoldingMemory()
    do throws(UnreadableDocument) {
      let document = try await reader.document(
        from: bytes, contentType: contentType, remembering: memory)
      let found = memory.remembering { programs(in: document, from: origin) }
      return .read(programs: found, document: document)
    } catch {
      return .unreadable(error)
    }
  }

  /// Parses a page, for its links and for what it states; nil for anything but HTML.
  public func glance(at bytes: [UInt8], contentType: String? = nil) -> PageGlance? {
    reader.glance(at: bytes, contentType: contentType, where: extractor.mayState)
  }

  /// Whether a page says by its title or its first headings that it stands for another, which is not to be had.
  ///
  /// Servers send such words with status 200, too.
  public func isErrorPage(_ page: PageGlance) -> Bool {
    page.heads.contains { head in
      head.utf8.count <= Self.longestHead && lexicon.signs.says(.errorPage, in: FoldedText(head))
    }
  }

  /// Titles that are longer, in bytes, say more than that.
  private static let longestHead = 1000

  /// What a parsed page states; one that names no kind of program is gone through no further.
  public func programs(
    in page: PageGlance, from origin: RecordExtractor.Origin
  ) -> [Program] {
    guard let tree = page.tree else { return [] }
    return FoldingMemory.remembering {
      programs(in: reader.document(of: tree), from: origin)
    }
  }

  private func programs(
    in document: ParsedDocument, from origin: RecordExtractor.Origin
  ) -> [Program] {
    var origin = origin
    origin.page.title = document.title.isEmpty ? nil : document.title
    origin.page.mediaType = document.format.rawValue
    return extractor.programs(in: document, from: origin)
  }
}

extension ExtractionWorkflow {
  /// Whether a page says of a program only that its recruiting is over, or that the next guideline is to come:
  /// it is between two cycles, and what it stated before still tells most.
  func isBetweenCycles(_ program: Program) -> Bool {
    guard program.facts.known.allSatisfy({ $0 == .intake || $0 == .accepting }),
      program.facts.accepting?.value ?? .no == .no
    else { return false }
    let text = FoldedText(program.text)
    return !lexicon.concepts.says(.notAccepting, in: text)
      && (lexicon.concepts.says(.closed, in: text)
        || lexicon.signs.says(.toCome, in: text) || lexicon.signs.says(.toBeAnnounced, in: text))
  }
}
