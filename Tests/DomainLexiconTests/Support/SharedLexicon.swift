import DomainLexicon

/// The lexicon, read once for all tests.
enum SharedLexicon {
  private static let loaded = Result { try Lexicon() }

  static func lexicon() throws -> Lexicon { try loaded.get() }
}
