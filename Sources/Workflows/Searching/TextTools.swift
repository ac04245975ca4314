public import DomainLexicon
public import JapaneseText
import ResourceTables

/// What cutting and understanding text needs; made once and shared.
public struct TextTools: Sendable {
  /// The cutter of text and queries.
  public let analyzer: SearchAnalyzer
  private let words: Deferred<Result<Lexicon, TableError>>

  /// Reads what queries need; the dictionary and the words of the domain are read when they are needed.
  ///
  /// - Parameter isForPages: Whether the words are made ready for reading many pages.
  /// - Throws: What is wrong with the tables that come with the program.
  public init(isForPages: Bool = false) throws(WorkflowError) {
    do throws(TableError) {
      analyzer = try SearchAnalyzer(SharedDictionary())
    } catch { throw .fault(error.description) }
    words = Deferred {
      Result { () throws(TableError) in try Lexicon(isForPages: isForPages) }
    }
  }

  /// The words of the domain.
  public var lexicon: Lexicon {
    get throws(WorkflowError) {
      do throws(TableError) { return try words.value.get() } catch {
        throw .fault(error.description)
      }
    }
  }
}
