import DomainLexicon

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
}

extension SearchEngine {
  /// The words of the index's vocabulary that are folded as queries are.
  public var queryWords: QueryWords {
    vocabulary.all.reduce(into: QueryWords()) { words, each in
      if case .concept([.filler]) = each.meaning {
        words.filling.append(each.word)
      } else {
        words.meaning.append(each.word)
      }
    }
  }
}
