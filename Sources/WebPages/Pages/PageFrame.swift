import QueryEngine

/// What stands around the content of every page: head, navigation, foot.
struct PageFrame {
  /// The pages that the navigation leads to.
  enum Section: String, CaseIterable {
    case search
    case map
    case timeline
    case compare
    case changes
  }

  let context: PageContext
  private var words: WebWording { context.words }

  /// A whole page.
  ///
  /// - Parameters:
  ///   - title: The title, before the site's name.
  ///   - section: The page of the navigation that this one is.
  ///   - path: The path of the page below the site's root, for the links to other languages.
  ///   - head: What the head has besides.
  ///   - main: The content.
  /// - Returns: The page.
  func page(
    title: String, section: Section?, path: [String], head: HTML = .empty,
    @HTMLBuilder main: () -> HTML
  ) -> HTML {
    let content = main()
    return element(.html, .lang(words.language.tag)) {
      self.head(title, section, head)
      element(.body) {
        element(.a, .class("skip"), .href(Link(fragment: "main"))) { words("skip") }
        header(section, path)
        element(.main, .id("main")) { content }
        footer
      }
    }
  }

  private func head(_ title: String, _ section: Section?, _ more: HTML) -> HTML {
    element(.head) {
      element(.meta, .charset("utf-8"))
      element(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
      element(.meta, .name("color-scheme"), .content("light dark"))
      element(.meta, .name("description"), .content(words("site.about")))
      element(.title) { title.isEmpty ? words("site") : "\(title) – \(words("site"))" }
      element(.link, .rel("stylesheet"), .href(context.addresses.asset("progsearch.css")))
      element(.link, .rel("icon"), .href(context.addresses.asset("icon.svg")))
      HTML.script(at: context.addresses.asset("progsearch.js"))
      if context.addresses.isStatic {
        if section == .search { HTML.script(at: context.addresses.asset("search-data.js")) }
        HTML.script(at: context.addresses.asset("site.js"))
      }
      more
    }
  }

  /// The head of the page as a language has it, with places for the addresses.
  private static let headers = LanguageCache<HTML.Template>()

  private func header(_ section: Section?, _ path: [String]) -> HTML {
    let number = section.flatMap(Section.allCases.firstIndex) ?? Section.allCases.count
    let template = Self.headers.of(context, variant: number) {
      HTML.Template(emptyHeader(section))
    }
    var links = [context.addresses.search(reading)] + Section.allCases.map(link)
    links += WebLanguage.allCases.map { language in here(path) { $0.language = language } }
    if !context.addresses.isStatic { links.append(here(path) { $0.hasReadings.toggle() }) }
    return template.filled(links.map { .text($0.address) })
  }

  private func emptyHeader(_ section: Section?) -> HTML {
    let address = Attribute.href(Link(fragment: "")).place
    return element(.header, .class("top")) {
      element(.p, .class("site")) {
        element(.a, address) { words.html("site") }
      }
      element(.nav, .label(words("nav"))) {
        element(.ul) {
          for other in Section.allCases {
            element(.li) {
              element(.a, address, other == section ? .current("page") : nil) {
                words.html("nav.\(other.rawValue)")
              }
            }
          }
        }
      }
      emptyLanguages
    }
  }

  /// The state of which only what every link keeps is left.
  private var reading: PageState {
    var state = PageState()
    state.language = context.state.language
    state.hasReadings = context.state.hasReadings
    state.compared = context.state.compared
    return state
  }

  private var firstPage: PageState { context.state.changing { _ in } }

  private func link(to section: Section) -> Link {
    switch section {
    case .search: context.addresses.search(firstPage)
    case .map: context.addresses.map(firstPage)
    case .timeline: context.addresses.timeLine(firstPage)
    case .compare: context.addresses.compare(context.state.compared, context.state)
    case .changes: context.addresses.changes(reading)
    }
  }

  private var emptyLanguages: HTML {
    let address = Attribute.href(Link(fragment: "")).place
    return element(.nav, .class("languages"), .label(words("language"))) {
      element(.ul) {
        for language in WebLanguage.allCases {
          element(.li) {
            element(
              .a, address, .hreflang(language.tag), .lang(language.tag),
              language == words.language ? .current("true") : nil
            ) { words("language.\(language.rawValue)") }
          }
        }
        if !context.addresses.isStatic {
          element(.li) {
            element(.a, address) {
              words(context.state.hasReadings ? "readings.off" : "readings.on")
            }
          }
        }
      }
    }
  }

  private func here(_ path: [String], _ change: (inout PageState) -> Void) -> Link {
    var state = context.state
    change(&state)
    return context.addresses.here(path, state)
  }

  private var footer: HTML {
    let coverage = context.coverage
    let line =
      coverage.institutions > 0
      ? words(
        "coverage", coverage.institutions, coverage.withProgram, coverage.deadlines, coverage.fees)
      : words("coverage.plain", coverage.withProgram, coverage.deadlines, coverage.fees)
    return element(.footer) {
      element(.p) { words.html("footer.unknown") }
      element(.p) {
        words.read(line)
        " "
        words("footer.today", context.today)
      }
      if !context.addresses.isStatic {
        element(.p) {
          element(.a, .href(context.addresses.api("openapi.json"))) { words("footer.api") }
        }
      }
    }
  }
}
