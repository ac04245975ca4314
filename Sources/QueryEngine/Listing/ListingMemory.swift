import RecruitmentModel
import SearchIndex

/// What lists over one index on one day have in common, kept up to a number of bytes: who fulfils a condition,
/// what a query has found, and what its filters leave.
///
/// Filters, pages and languages change more often than the words beside them.
final class ListingMemory: Sendable {
  /// Who fulfils a condition, and of whom it is not known.
  struct Verdicts: Sendable {
    var yes: DocumentSet
    var unknown: DocumentSet

    /// The answer of a program; only that of programs that were asked counts.
    func verdict(of standing: UInt32) -> Verdict {
      yes.contains(standing) ? .yes : unknown.contains(standing) ? .unknown : .no
    }
  }

  /// A condition asked of the programs of a kind, or of all.
  struct ConditionKey: Hashable, Sendable {
    let condition: Constraint.Condition
    let isExcluded: Bool
    let kind: ProgramKind?
  }

  /// A query asked of a kind.
  struct QueryKey: Hashable, Sendable {
    let query: String
    let kind: ProgramKind?
  }

  /// The same with the choices that narrow it.
  struct NarrowedKey: Hashable, Sendable {
    let query: QueryKey
    let wanted: [Facet: Set<String>]
  }

  /// The programs of a narrowed query, and what each choice would leave.
  struct Narrowed: Sendable {
    let programs: DocumentSet
    let counts: [Facet: [String: Int]]
    let total: Int
    let sure: Int
  }

  let conditions = BoundedCache<ConditionKey, Verdicts>(bytes: 32 << 20)
  let queries = BoundedCache<QueryKey, RankedQuery>(bytes: 64 << 20)
  /// What words that only rank are worth in the programs that have them.
  let words = BoundedCache<String, DocumentScores>(bytes: 32 << 20)
  let narrowed = BoundedCache<NarrowedKey, Narrowed>(bytes: 32 << 20)
}
