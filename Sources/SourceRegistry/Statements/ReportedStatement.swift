public import RecruitmentModel

/// What somebody else says of an institution's program.
public struct ReportedStatement: Hashable, Sendable {
  /// What is said.
  public enum Claim: Hashable, Sendable {
    /// One fact of the program, with its basis, its date and its evidence.
    case fact(FactName, Facts)
    /// That there is such a program, which is no fact of it.
    case listed(Listing)
  }

  /// How surely a program is said to be there.
  public enum Listing: String, Hashable, Sendable, CaseIterable {
    /// It is named as one that there may be.
    case possible
    /// It is said to recruit.
    case recruits
  }

  /// What kind of source says it.
  public enum SourceKind: String, Hashable, Sendable, CaseIterable {
    /// A private author's articles.
    case blog
    /// One person's own experience.
    case account
    /// A site that guides applicants.
    case guide
    /// The rules of the institution.
    case rules
    /// A law.
    case law
    /// A page of whoever decides: a ministry, a board, a society.
    case authority
    /// A news item or an article.
    case article
  }

  /// The id of the institution.
  public let institution: String
  /// The kind of program.
  public let kind: ProgramKind
  /// What is said.
  public let claim: Claim
  /// What kind of source says it.
  public let sourceKind: SourceKind
  /// Where it was found, what it says in our own words, and when somebody read it.
  public let evidence: ExternalEvidence

  /// Makes a statement.
  public init(
    institution: String, kind: ProgramKind, claim: Claim, sourceKind: SourceKind,
    evidence: ExternalEvidence
  ) {
    self.institution = institution
    self.kind = kind
    self.claim = claim
    self.sourceKind = sourceKind
    self.evidence = evidence
  }
}
