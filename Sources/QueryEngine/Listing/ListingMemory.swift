import RecruitmentModel
import SearchIndex

/// What lists over one index on one day have in common, kept up to a number of bytes: who fulfils a condition,
/// and the order of a query's programs.
///
/// Filters, pages and languages change more often than the words beside them.
final class ListingMemory: Sendable {
  /// Who fulfils a condition, and of whom it is not known.
  struct Verdicts: Sendable {
    var yes: DocumentSet
    var unknown: DocumentSet

    /// The answer of a program; only that of programs that were asked counts.
    func verdict(of document: UInt32) -> Verdict {
      yes.contains(document) ? .yes : unknown.contains(document) ? .unknown : .no
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

  /// The same with what its list goes by.
  struct OrderKey: Hashable, Sendable {
    let query: QueryKey
    let order: ListOrder
  }

  /// The programs of each kind by what they are worth whatever is asked.
  let byWorth = BoundedCache<ProgramKind?, [ScoredDocument]>(bytes: 16 << 20)
  let conditions = BoundedCache<ConditionKey, Verdicts>(bytes: 32 << 20)
  let queries = BoundedCache<QueryKey, RankedQuery>(bytes: 96 << 20)
  let orders = BoundedCache<OrderKey, [UInt32]>(bytes: 32 << 20)
}
