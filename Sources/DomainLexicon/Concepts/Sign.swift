/// Words by which a reader tells what a passage is about, or how one of its words is meant.
///
/// A meaning that several readers or queries look for is a ``Concept``.
public enum Sign: String, WordTableRow {
  // Who must recommend or consent.
  /// The words that a clause has where it tells who must, beside those of the concepts.
  case recommender = "recommendation.recommender"
  /// An exception that a clause begins with: `…を除き、`.
  case exception = "clause.exception"
  /// Whoever the trainee works for until then.
  case employer = "recommendation.employer"
}
