import QueryEngine
import RecruitmentModel

/// The search: what is asked, what was understood, filters and results.
final class SearchPage {
  let context: PageContext
  let listing: Listing
  /// Where rows come from; nil where the results bring their records.
  let rows: ProgramRows?
  let institutionNames: ([String]) -> [String]

  /// Makes the page of a list.
  init(
    context: PageContext, listing: Listing, rows: ProgramRows?,
    institutionNames: @escaping ([String]) -> [String]
  ) {
    self.context = context
    self.listing = listing
    self.rows = rows
    self.institutionNames = institutionNames
  }

  private var words: WebWording { context.words }
  private var answer: SearchAnswer { _read { yield listing.answer } }

  /// The most characters of a query, as the search engine has it.
  private static let longestQuery = 2000

  var html: HTML {
    PageFrame(context: context).page(
      title: context.state.query, section: .search, path: [], head: head
    ) { [self] in
      element(.h1) { words.html(context.state.query.isEmpty ? "site" : "nav.search") }
      if context.state.query.isEmpty { element(.p, .class("about")) { words.html("site.about") } }
      Self.form(context)
      QueryChips(
        context: context, interpretation: answer.interpretation, institutionNames: institutionNames,
        address: context.addresses.search
      ).html
      element(.div, .class("columns")) {
        FilterForm(
          context: context, counts: listing.counts, asksKind: answer.interpretation.asksKind
        ).html
        results
      }
    }
  }

  /// Lists that filters make are endless; whoever collects pages shall follow programs instead.
  private var head: HTML {
    context.state.parameters.isEmpty || context.state == PageState()
      ? .empty : element(.meta, .name("robots"), .content("noindex, follow"))
  }

  /// The form with the query; filters elsewhere on the page belong to it by its id.
  ///
  /// - Parameters:
  ///   - context: What the page is written with.
  ///   - target: The page that answers, where it is not the search; it keeps what this page cannot choose.
  /// - Returns: The form.
  static func form(_ context: PageContext, target: Link? = nil) -> HTML {
    let words = context.words
    let state = context.state
    let nothing = context.addresses.search(nil)
    return element(
      .form, .id(FilterForm.form), .class("search"), .role("search"), .method("get"),
      // Map and time line of files show everything; their form leads to the search.
      .action(context.addresses.isStatic ? nothing : target ?? nothing)
    ) {
      element(.label, .for("q")) { words.html("search.label") }
      element(.div, .class("line")) {
        element(
          .input, .id("q"), .type("search"), .name("q"), .value(state.query), .describedBy("hint"),
          .maximumLength(longestQuery))
        element(.button, .type("submit")) { words.html("search.go") }
      }
      element(.p, .id("hint"), .class("hint")) { words("search.hint") }
      if context.addresses.isStatic {
        element(.p, .class("hint scriptless")) { words("static.script") }
      }
      for (name, value) in hidden(context, target) {
        element(.input, .type("hidden"), .name(name), .value(value))
      }
    }
  }

  /// What the form keeps without a field of its own.
  private static func hidden(_ context: PageContext, _ target: Link?) -> [(String, String)] {
    if context.addresses.isStatic { return [] }
    guard target != nil else { return context.state.readingParameters }
    return context.state.changing { $0.query = "" }.parameters
  }

  // MARK: Results

  private var results: HTML {
    element(.section, .class("results"), .labelledBy("results")) {
      element(.h2, .id("results")) { words.html("results") }
      element(.p, .class("found"), .role("status")) { found }
      if answer.total == 0 { element(.p) { words.html("found.none.hint") } }
      if answer.total > 0 {
        Self.settings.of(context, variant: settingsVariant) { settings }
        ResultList(context: context, listing: listing, source: rows).html
        pages
        if !context.addresses.isStatic {
          element(.p) {
            element(
              .a, .href(context.addresses.calendar(context.state.changing { $0.compared = [] }))
            ) {
              words.html("calendar.subscribe")
            }
          }
        }
      }
    }
  }

  private var found: HTML {
    guard answer.total > 0 else { return words.html("found.none") }
    let sentence =
      answer.interpretation.constraints.isEmpty
      ? words("found.all", answer.total)
      : answer.sure == answer.total
        ? words("found.sure", answer.total)
        : words("found", answer.sure, answer.total - answer.sure)
    guard answer.results.count < answer.total, let first = answer.results.first,
      let last = answer.results.last
    else { return words.read(sentence) }
    return words.read(sentence + " · " + words("found.part", first.rank, last.rank))
  }

  private static let settings = LanguageCache<HTML>()

  private var settingsVariant: Int {
    let order = ListOrder.allCases.firstIndex(of: context.state.order) ?? 0
    return order * 2 + (context.state.view == .table ? 0 : 1)
  }

  private var settings: HTML {
    element(.div, .class("settings")) {
      element(.label, .for("sort")) { words.html("sort") }
      element(.select, .id("sort"), .name("sort"), .form(FilterForm.form)) {
        for order in ListOrder.allCases {
          element(.option, .value(order.rawValue), order == context.state.order ? .selected : nil) {
            words("sort.\(order.rawValue)")
          }
        }
      }
      if !context.addresses.isStatic { view }
      element(.button, .type("submit"), .form(FilterForm.form), .class("plain")) {
        words.html("search.again")
      }
      element(.button, .type("submit"), .form(ResultList.form), .class("plain")) {
        words.html("compare.go")
      }
    }
  }

  @HTMLBuilder private var view: HTML {
    element(.label, .for("view")) { words.html("view") }
    element(.select, .id("view"), .name("view"), .form(FilterForm.form)) {
      for view in PageState.View.allCases {
        element(.option, .value(view.rawValue), view == context.state.view ? .selected : nil) {
          words("view.\(view.rawValue)")
        }
      }
    }
  }

  private var pages: HTML {
    let page = context.state.page
    let last = (answer.total + PageState.pageSize - 1) / PageState.pageSize
    guard last > 1, !context.addresses.isStatic else { return .empty }
    func link(_ page: Int) -> Link {
      var state = context.state
      state.page = page
      return context.addresses.search(state)
    }
    return element(.nav, .class("pages"), .label(words("pages"))) {
      if page > 1 {
        element(.a, .href(link(page - 1)), .rel("prev")) { words.html("page.previous") }
      }
      element(.span) { "\(page) / \(last)" }
      if page < last {
        element(.a, .href(link(page + 1)), .rel("next")) { words.html("page.next") }
      }
    }
  }
}
