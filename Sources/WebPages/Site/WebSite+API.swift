import ChangeLog
import Presentation
import QueryEngine
import RecruitmentModel
import Workflows

/// The JSON API, described in `openapi.json`.
extension WebSite {
  /// The most results that one answer has.
  private static let mostResults = 100
  /// The most changes that one answer has.
  private static let mostChanges = 1000

  func api(_ path: [String], _ request: WebRequest) throws -> WebResponse {
    switch (path[0], path.count) {
    case ("search", 1): return try searchJSON(request)
    case ("programs", 2...): return try programJSON(path.dropFirst().joined(separator: "/"))
    case ("compare", 1): return try compareJSON(request)
    case ("coverage", 1):
      return .json(try RecordCoding.jsonLine(CoverageJSON(table.coverage, today)))
    case ("changes", 1): return try changesJSON(request)
    case ("openapi.json", 1):
      return WebResponse(
        status: 200, type: "application/json; charset=utf-8",
        body: String(decoding: PackageResources.openapi_json, as: UTF8.self), isShared: true)
    default: return Self.problem(status: 404, "There is no such address; see /api/openapi.json.")
    }
  }

  static func problem(status: Int, _ message: String?) -> WebResponse {
    let line = try? RecordCoding.jsonLine(ProblemJSON(status: status, message: message ?? ""))
    return .json(line ?? "{}", status: status)
  }

  // MARK: Answers

  private func searchJSON(_ request: WebRequest) throws -> WebResponse {
    guard let limit = number("limit", request, default: PageState.pageSize, 1...Self.mostResults),
      let offset = number("offset", request, default: 0, 0...10_000_000)
    else {
      return Self.problem(
        status: 400, "limit is a number from 1 to \(Self.mostResults), offset one from 0.")
    }
    if let fault = SearchParameters.fault(of: request) { return Self.problem(status: 400, fault) }
    let state = PageState(request)
    do {
      let listing = try listing(state, offset..<offset + limit)
      let facets = FacetsJSON(listing.counts)
      return .json(
        "{\"answer\":\(try AnswerJSON.line(listing.answer)),\"facets\":\(try RecordCoding.jsonLine(facets)),\"offset\":\(offset)}"
      )
    } catch SearchEngine.Failure.syntax(let error) {
      let words = try WebWording(.english, hasReadings: false)
      return Self.problem(status: 400, words.message(error))
    }
  }

  /// A number of a parameter; nil where it is none or out of bounds.
  private func number(
    _ name: String, _ request: WebRequest, default usual: Int, _ bounds: ClosedRange<Int>
  ) -> Int? {
    guard let text = request.value(name) else { return usual }
    return Int(text).flatMap { bounds.contains($0) ? $0 : nil }
  }

  private func programJSON(_ id: String) throws -> WebResponse {
    guard let program = try program(id) else {
      return Self.problem(status: 404, "There is no program with this id.")
    }
    return .json(try RecordCoding.jsonLine(program))
  }

  private func compareJSON(_ request: WebRequest) throws -> WebResponse {
    let ids = request.values("id")
    guard (1...PageState.mostCompared).contains(ids.count) else {
      return Self.problem(
        status: 400, "Give the parameter id 1 to \(PageState.mostCompared) times.")
    }
    var programs: [Program] = []
    for id in ids {
      guard let program = try program(id) else {
        return Self.problem(status: 404, "There is no program with the id “\(SafeText.line(id))”.")
      }
      programs.append(program)
    }
    return .json(try RecordCoding.jsonLine(ComparisonJSON(programs, today)))
  }

  private func changesJSON(_ request: WebRequest) throws -> WebResponse {
    var changes = log.changes
    if let text = request.value("since") {
      guard let day = CalendarDay(text) else {
        return Self.problem(status: 400, "since is a day such as 2026-11-21.")
      }
      changes = log.since(day)
    }
    return .json(
      try RecordCoding.jsonLine(ChangesJSON(changes: Array(changes.suffix(Self.mostChanges)))))
  }

  func feed(_ request: WebRequest) throws -> WebResponse {
    let words = try context(request).words
    let changes = Array(log.changes.suffix(ChangesPage.mostChanges))
    let site = ChangeFeed.Site(
      made: Timestamp(secondsSinceEpoch: today.daysSinceEpoch * 86_400), feed: "changes.atom",
      page: "changes"
    ) { id in
      search.hasProgram(id: id) ? "programs/" + PercentCoding.encoded(id, slashes: true) : nil
    }
    return WebResponse(
      status: 200, type: "application/atom+xml; charset=utf-8",
      body: ChangeFeed(words.shared, on: site).atom(changes), isShared: true)
  }
}

/// What is wrong with a request.
private struct ProblemJSON: Encodable {
  let status: Int
  let message: String
}

/// How many programs each choice would list.
private struct FacetsJSON: Encodable {
  let counts: [String: [String: Int]]

  init(_ counts: [Facet: [String: Int]]) {
    self.counts = Dictionary(
      counts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { one, _ in one })
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(counts)
  }
}

/// What the index covers on a day.
private struct CoverageJSON: Encodable {
  let coverage: Coverage
  let today: CalendarDay

  init(_ coverage: Coverage, _ today: CalendarDay) {
    self.coverage = coverage
    self.today = today
  }
}

/// Programs side by side, with the facts that differ.
private struct ComparisonJSON: Encodable {
  let programs: [Program]
  let differs: [String]
  let statuses: [String: String]
  let today: CalendarDay

  init(_ programs: [Program], _ today: CalendarDay) {
    self.programs = programs
    self.today = today
    differs = FactName.allCases.filter { name in
      let values = programs.flatMap { program in
        program.facts.claims.filter { $0.fact == name && !$0.isBeaten }
          .map { AnyHashable($0.value) }
      }
      return Set(values).count > 1
    }.map(\.rawValue)
    statuses = Dictionary(
      programs.map { program in
        (
          program.id,
          ProgramStatus(
            application: program.facts.application?.value,
            accepting: program.facts.accepting?.value, on: today
          ).rawValue
        )
      }, uniquingKeysWith: { one, _ in one })
  }
}

/// Changes, the oldest first.
private struct ChangesJSON: Encodable {
  let changes: [Change]
}
