import ChangeLog
import Crawling
import NightlyCrawl
import Presentation

/// What a person should know of a crawl, in lines that are read in ten seconds.
struct CrawlSummary {
  /// How many changes are told one by one.
  private static let mostChanges = 10
  /// How many hosts with failures are named.
  private static let mostFailures = 20

  let summary: CrawlWorkflow.Summary
  let text: ChangeText
  let index: String

  /// The lines: what failed, what changed, and the figures, the most important last.
  var lines: [String] {
    failures + changes + [figures]
  }

  /// Whether no source that was visited gave anything.
  var reachedNothing: Bool {
    !targets.isEmpty && targets.allSatisfy { !$0.failures.isEmpty && $0.succeeded == 0 }
  }

  private var targets: [TargetReport] { summary.report?.targets ?? [] }

  private var failures: [String] {
    let unreadable = summary.unreadable.map { "not readable: \($0.url): \($0.reason)" }
    let failing = targets.filter { !$0.failures.isEmpty }
    let named = failing.prefix(Self.mostFailures).compactMap { target -> String? in
      guard let first = target.failures.first else { return nil }
      let more = target.failures.count > 1 ? " (and \(target.failures.count - 1) more)" : ""
      return "\(target.id): \(first.url): \(CrawlProgress.words(first.outcome))\(more)"
    }
    let rest = failing.count - named.count
    let moved = summary.movedEntrances.map(\.words)
    return unreadable + named
      + (rest > 0 ? ["\(rest) more sources with failures: progsearch sources"] : []) + moved
  }

  private var changes: [String] {
    let all = summary.changes
    guard !all.isEmpty else { return [] }
    let told = all.prefix(Self.mostChanges).map {
      "  \(text.hospital($0)) (\($0.id)): \(text.sentence($0))"
    }
    let rest = all.count - told.count
    return ["what changed: \(all.count)"] + told
      + (rest > 0 ? ["  and \(rest) more: progsearch changes"] : [])
  }

  private var figures: String {
    let fetched = targets.reduce(0) { $0 + $1.fetched.count }
    let unchanged = targets.reduce(0) { $0 + $1.unchanged.count }
    let failed = targets.count { !$0.failures.isEmpty }
    let visits =
      "\(counted(targets.count, "source")) visited: \(counted(fetched, "page")) fetched, "
      + "\(unchanged) unchanged, \(counted(failed, "source")) with failures; "
    return visits
      + "\(counted(summary.pagesRead, "page")), \(summary.pagesReadAnew) read anew, "
      + "\(counted(summary.programs, "record")) in \(index), "
      + counted(summary.changes.count, "change")
  }
}

extension TargetReport {
  /// How many addresses gave what they have.
  fileprivate var succeeded: Int { fetched.count + unchanged.count }
}

/// A number with its noun, in the plural but of one.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
