import DomainLexicon
import JapaneseText

/// The fields that a query may name.
public enum QueryFields {
  /// Their names, for messages and for the completion of shells.
  public static var names: [String] { FieldSyntax.names }

  /// The names of regions that make one word each, for the completion of shells.
  public static func regions() throws -> [String] {
    try Lexicon().places.names.compactMap { place in
      guard case .prefectures(let prefectures) = place.extent, prefectures.count > 1,
        !place.name.contains(" ")
      else { return nil }
      return place.name
    }
  }
}

/// The words that queries may use, for a search that has not the grammar.
public struct QueryWords: Sendable {
  /// Words that only fill a sentence.
  public var filling: [String] = []
  /// Words that mean something.
  public var meaning: [String] = []

  init(meaning: [String] = []) { self.meaning = meaning }
}

extension SearchEngine {
  /// The words of the index's vocabulary that are folded as queries are, and the English names of months, which turn
  /// what stands beside them into something else: `open in December`.
  public var queryWords: QueryWords {
    let months = QueryWords(meaning: DateReader.englishMonths)
    return vocabulary.all.reduce(into: months) { words, each in
      if case .concept([.filler]) = each.meaning {
        words.filling.append(each.word)
      } else {
        words.meaning.append(each.word)
      }
    }
  }
}
