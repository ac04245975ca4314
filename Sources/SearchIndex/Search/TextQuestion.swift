/// What is asked of the texts of an index: several clauses, all or any of which a document must have.
public struct TextQuestion {
  /// Terms at their distances.
  public typealias Phrase = [(term: String, offset: Int)]

  /// A clause: a document has it that has any of its phrases.
  public struct Clause {
    /// The phrases, any of which will do.
    public var phrases: [Phrase]
    /// Terms of which one must stand at its offset too, whichever of the phrases is there.
    ///
    /// None are asked for where it is empty. No two of them stand at one place.
    public var ends: Phrase = []
    /// A term that stands at its offset wherever any of the phrases does.
    ///
    /// Its documents are looked at first where they are fewer; how rare the clause is does not depend on it.
    public var lead: (term: String, offset: Int)?
    /// Terms of which every document has one of the phrases: of such a document no places need be compared
    /// where documents are counted.
    public var sureTerms: [String]

    /// Asks for any of some phrases.
    public init(
      anyOf phrases: [Phrase], lead: (term: String, offset: Int)? = nil, sureTerms: [String] = []
    ) {
      self.phrases = phrases
      self.lead = lead
      self.sureTerms = sureTerms
    }
  }

  /// How clauses are joined.
  public enum Joining: Sendable {
    /// A document must have all.
    case all
    /// A document must have one.
    case any
  }

  /// The clauses.
  public var clauses: [Clause]
  /// How they are joined.
  public var joining: Joining
  /// What documents must fulfil besides; nil admits all.
  public var filter: DocumentFilter?

  /// Puts a question together.
  public init(
    _ clauses: [Clause], joining: Joining = .all, filter: DocumentFilter? = nil
  ) {
    self.clauses = clauses
    self.joining = joining
    self.filter = filter
  }
}

/// The best documents of a question.
public struct TextHits: Sendable {
  /// The best documents, in their order.
  public let best: [ScoredDocument]
  /// How many documents there are in all; nil where they were not counted.
  public let total: Int?
}
