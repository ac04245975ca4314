public import DomainLexicon
public import JapaneseText
import ResourceTables

/// What cutting and understanding text needs; made once and shared.
public struct TextTools: Sendable {
  /// The words of the domain.
  public let lexicon: Lexicon
  /// The cutter of text and queries.
  public let analyzer: SearchAnalyzer

  /// Reads the tables that come with the program; the dictionary is opened when it is needed.
  public init() throws(WorkflowError) {
    do throws(TableError) {
      lexicon = try Lexicon()
      analyzer = try SearchAnalyzer(SharedDictionary())
    } catch { throw .fault(error.description) }
  }
}
