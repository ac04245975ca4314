package import ChangeLog
import Presentation
import QueryEngine
package import RecruitmentModel
package import Workflows

/// The whole site over one index on one day: a request in, a response out, nothing else.
///
/// Equal requests have equal answers, so that whoever serves it may keep them.
package struct WebSite: Sendable {
  /// The most programs that a calendar has.
  private static let mostInCalendar = 500

  let search: SearchWorkflow
  let table: FacetTable
  let log: ChangeLog
  private let rows: ProgramRows
  private let institutionNames = BoundedCache<[String], [String]>(bytes: 1 << 20)

  /// Makes the site of an index.
  ///
  /// - Parameters:
  ///   - search: The index.
  ///   - log: What changed between crawls.
  ///   - today: The day of which statuses hold.
  package init(search: SearchWorkflow, log: ChangeLog, today: CalendarDay) {
    self.search = search
    self.log = log
    rows = ProgramRows(
      facts: ResultList.columns, more: [.examDate],
      parts: { search.briefParts(number: $0, facts: ResultList.columns) },
      program: { try? search.brief(number: $0, facts: $1) })
    table = search.facets(on: today)
  }

  /// The day of which statuses hold.
  package var today: CalendarDay { table.today }

  /// The answer to a request.
  package func response(to request: WebRequest) -> WebResponse {
    do {
      return try answer(request)
    } catch {
      return problem(request, status: 500, key: "error.fault")
    }
  }

  private func answer(_ request: WebRequest) throws -> WebResponse {
    guard !request.isTooLong else { return problem(request, status: 414, key: "error.tooLong") }
    guard let path = request.path, request.parameters != nil else {
      return problem(request, status: 400, key: "error.address")
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      return request.method == "OPTIONS" && path.first == "api"
        ? WebResponse(status: 204, type: "text/plain", body: "", isShared: true)
        : problem(request, status: 405, key: "error.method")
    }
    switch (path.first, path.count) {
    case (nil, _), ("index.html", 1): return try searchPage(request)
    case ("map", 1): return try mapPage(request)
    case ("timeline", 1): return try timeLinePage(request)
    case ("compare", 1): return try comparePage(request)
    case ("programs", 2...):
      return try programPage(path.dropFirst().joined(separator: "/"), request)
    case ("changes", 1): return try changesPage(request)
    case ("changes.atom", 1): return try feed(request)
    case ("calendar.ics", 1): return try calendar(request)
    case ("assets", 2): return Assets.response(path[1]) ?? notFound(request)
    case ("robots.txt", 1): return Assets.robots
    case ("api", 2...): return try api(Array(path.dropFirst()), request)
    default: return notFound(request)
    }
  }

  // MARK: Parts

  func context(_ request: WebRequest, _ state: PageState? = nil) throws -> PageContext {
    try PageContext(
      state ?? PageState(request),
      addresses: Addresses(depth: request.depth),
      today: today, coverage: table.coverage)
  }

  /// The list that a state asks for, with the records of a part of it.
  func listing(
    _ state: PageState, _ part: Range<Int>, hasRecords: Bool = true
  ) throws -> Listing {
    try search.listing(
      of: state.query, SearchEngine.Options(today: today, kind: state.kind), wanted: state.wanted,
      order: state.order, part: part, table, hasRecords: hasRecords)
  }

  /// The names of institutions; those of an index are many, so what was looked for once is kept.
  private func names(of institutions: [String]) -> [String] {
    if let names = institutionNames[institutions] { return names }
    let names = search.institutionNames(institutions)
    let size = (institutions + names).reduce(256) { $0 + $1.utf8.count }
    institutionNames.keep(names, for: institutions, size: size)
    return names
  }

  /// A page, or what is wrong with its query.
  private func page(
    _ request: WebRequest, _ make: (PageContext) throws -> HTML
  ) throws -> WebResponse {
    let context = try context(request)
    do {
      return .page(try make(context))
    } catch SearchEngine.Failure.syntax(let error) {
      return .page(
        MessagePage(context: context, message: context.words.message(error)).html, status: 400)
    }
  }

  // MARK: Pages

  private func searchPage(_ request: WebRequest) throws -> WebResponse {
    try page(request) { context in
      var context = context
      let size = PageState.pageSize
      let first = part(context.state.page, size)
      var listing = try listing(context.state, first, hasRecords: false)
      let last = max(1, (listing.answer.total + size - 1) / size)
      if context.state.page > last {
        // Beyond the last page stands the last page.
        var state = context.state
        state.page = last
        context = try self.context(request, state)
        listing = try self.listing(state, part(last, size), hasRecords: false)
      }
      return SearchPage(
        context: context, listing: listing, rows: rows, institutionNames: names
      ).html
    }
  }

  private func part(_ page: Int, _ size: Int) -> Range<Int> { (page - 1) * size..<page * size }

  private func mapPage(_ request: WebRequest) throws -> WebResponse {
    try page(request) { context in
      let listing = try listing(context.state.changing { $0.wanted[.place] = nil }, 0..<0)
      // The map shows every prefecture, whichever were chosen.
      let chips = chips(context, listing, ignoring: [.place], context.addresses.map)
      return MapPage(context: context, counts: MapPage.counts(listing, table), chips: chips).html
    }
  }

  private func timeLinePage(_ request: WebRequest) throws -> WebResponse {
    try page(request) { context in
      let listing = try listing(context.state, 0..<TimeLinePage.mostPrograms)
      let chips = chips(context, listing, context.addresses.timeLine)
      return TimeLinePage(context: context, answer: listing.answer, chips: chips).html
    }
  }

  private func chips(
    _ context: PageContext, _ listing: Listing, ignoring: Set<Facet> = [],
    _ address: @escaping (PageState) -> Link
  ) -> QueryChips {
    QueryChips(
      context: context, interpretation: listing.answer.interpretation, institutionNames: names,
      address: address, ignoring: ignoring)
  }

  private func comparePage(_ request: WebRequest) throws -> WebResponse {
    try page(request) { context in
      var programs: [Program] = []
      var missing: [String] = []
      for id in context.state.compared {
        if let program = try program(id) { programs.append(program) } else { missing.append(id) }
      }
      return ComparePage(context: context, programs: programs, missing: missing).html
    }
  }

  /// The program with an id; nil where there is none.
  func program(_ id: String) throws -> Program? {
    do { return try search.program(id: id) } catch WorkflowError.unknownID { return nil }
  }

  private func programPage(_ id: String, _ request: WebRequest) throws -> WebResponse {
    let context = try context(request)
    do {
      let program = try search.program(id: id)
      guard program.id == id else { return moved(to: program.id, request, context) }
      return .page(programPage(program, context))
    } catch WorkflowError.unknownID(_, let nearest) {
      let message = context.words("error.program", id)
      let programs = nearest.filter { $0.contains("/") }
      return .page(
        MessagePage(context: context, message: message, nearest: programs).html, status: 404)
    }
  }

  func programPage(_ program: Program, _ context: PageContext) -> HTML {
    let changes = log.changes.filter { $0.id == program.id }
    let history = element(.section, .labelledBy("history")) {
      element(.h2, .id("history")) { context.words.html("history") }
      if changes.isEmpty { element(.p) { context.words.html("history.none") } }
      ChangeList(context: context, changes: changes).html
    }
    return ProgramPage(
      context: context, program: program, history: history, linkedData: linkedData(program)
    ).html
  }

  /// The program as schema.org has such things.
  private func linkedData(_ program: Program) -> String? {
    guard let words = try? Wording(.japanese) else { return nil }
    var exporter = JSONLDExporter(words)
    let listed = ListedProgram(program, line: [], today: today)
    return try? exporter.document([listed])
  }

  /// The deadlines of a search as a calendar to subscribe to.
  private func calendar(_ request: WebRequest) throws -> WebResponse {
    let context = try context(request)
    do {
      let listing = try listing(context.state, 0..<Self.mostInCalendar)
      var exporter = ICalendarExporter(context.words.shared)
      let programs = listing.answer.results.lazy.compactMap(ListedProgram.init)
      return WebResponse(
        status: 200, type: "text/calendar; charset=utf-8", body: try exporter.document(programs),
        isShared: true)
    } catch SearchEngine.Failure.syntax(let error) {
      return WebResponse(
        status: 400, type: "text/plain; charset=utf-8", body: context.words.message(error) + "\n")
    }
  }

  /// An institution's id leads to its program.
  private func moved(to id: String, _ request: WebRequest, _ context: PageContext) -> WebResponse {
    WebResponse(
      status: 302, type: "text/plain; charset=utf-8", body: "",
      location: context.addresses.program(id, context.state).address)
  }

  private func changesPage(_ request: WebRequest) throws -> WebResponse {
    .page(
      ChangesPage(
        context: try context(request), changes: log.changes, isIndexed: search.hasProgram
      ).html)
  }

  // MARK: What is wrong

  func notFound(_ request: WebRequest) -> WebResponse {
    problem(request, status: 404, key: "error.404")
  }

  private func problem(_ request: WebRequest, status: Int, key: String) -> WebResponse {
    guard let context = try? context(request) else {
      return WebResponse(status: status, type: "text/plain; charset=utf-8", body: "\(status)\n")
    }
    if request.path?.first == "api" {
      return Self.problem(status: status, try? WebWording(.english, hasReadings: false)(key))
    }
    return .page(MessagePage(context: context, message: context.words(key)).html, status: status)
  }
}
