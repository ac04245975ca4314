import Presentation
import QueryEngine
import RecruitmentModel

/// One program whole: what is known with what proves it, what is not known, what changed.
struct ProgramPage {
  let context: PageContext
  let program: Program
  /// What changed, the newest first.
  var history: HTML = .empty
  /// The program as linked data, a line of JSON.
  var linkedData: String?
  private var words: WebWording { context.words }
  private var facts: FactView { FactView(context: context) }

  /// The facts that the page of a training should have; what is missing of these is listed as unknown.
  private static let expected: [FactName] = [
    .accepting, .fee, .application, .training, .selection, .recommendation, .obligation, .capacity,
    .eligibility, .documents, .contact,
  ]

  var html: HTML {
    PageFrame(context: context).page(
      title: context.name(of: program), section: nil, path: path, head: head
    ) {
      element(.h1, .lang("ja")) { program.title }
      summary
      element(.section, .labelledBy("facts")) {
        element(.h2, .id("facts")) { words.html("program.facts") }
        if program.facts.known.isEmpty { element(.p) { words.html("noFacts") } }
        element(.dl, .class("facts")) {
          for name in program.facts.known { fact(name) }
        }
      }
      unknown
      listed
      pages
      history
    }
  }

  private var path: [String] {
    ("programs/" + program.id).split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private var head: HTML {
    linkedData.map(HTML.linkedData) ?? .empty
  }

  private var summary: HTML {
    let institution = program.institution
    return element(.div, .class("summary")) {
      element(.p) {
        element(.strong) { words.quoted(context.facts.hospital(program)) }
        " · "
        if !program.isBesideHospitals {
          facts.place(of: program)
          " · "
        }
        words.html("kind.\(program.kind.rawValue)")
      }
      element(.p) { facts.status(context.status(of: program)) }
      element(.ul, .class("actions")) {
        if let link = institution.url.flatMap(Link.init(web:)) {
          element(.li) {
            element(.a, .href(link), .rel("noreferrer nofollow")) { words.html("program.site") }
          }
        }
        element(.li) { comparing }
        if !context.addresses.isStatic {
          element(.li) {
            element(.a, .href(context.addresses.api("programs/" + program.id))) {
              words("program.api")
            }
          }
        }
      }
    }
  }

  private var comparing: HTML {
    let ids = context.state.compared.filter { $0 != program.id } + [program.id]
    return element(.a, .href(context.addresses.compare(ids, context.state))) {
      words.html("program.compare")
    }
  }

  private func fact(_ name: FactName) -> HTML {
    element(.dt) { words.html("fact.\(name.rawValue)") }
      + element(.dd) {
        element(.p, .class("value")) { facts.value(name, of: program) }
        element(.details) {
          element(.summary, .label("\(words("evidence.show")): \(words("fact.\(name.rawValue)"))"))
          {
            words.html("evidence.show")
          }
          facts.evidence(name, of: program)
        }
      }
  }

  @HTMLBuilder private var unknown: HTML {
    let missing =
      program.kind == .practicalTraining
      ? Self.expected.filter { program.facts.provenance(of: $0) == nil } : []
    if !missing.isEmpty {
      element(.section, .class("notknown"), .labelledBy("unknown")) {
        element(.h2, .id("unknown")) { words.html("program.unknown") }
        element(.p) { words.html("program.unknown.note") }
        element(.ul) {
          for name in missing { element(.li) { words.html("fact.\(name.rawValue)") } }
        }
      }
    }
  }

  @HTMLBuilder private var listed: HTML {
    if !program.listed.isEmpty {
      element(.section, .labelledBy("listed")) {
        element(.h2, .id("listed")) { words.html("listed") }
        for source in program.listed { facts.external(source) }
      }
    }
  }

  @HTMLBuilder private var pages: HTML {
    if !program.pages.isEmpty {
      element(.section, .labelledBy("pages")) {
        element(.h2, .id("pages")) { words.html("pages.read") }
        element(.ul) {
          for page in program.pages { element(.li) { self.page(page) } }
        }
      }
    }
  }

  @HTMLBuilder private func page(_ page: SourcePage) -> HTML {
    if let link = Link(web: page.url) {
      element(.a, .href(link), .rel("noreferrer nofollow")) {
        words.quoted(page.title ?? page.url)
      }
    } else {
      page.url
    }
    if let fetched = page.fetchedAt { " · \(words("evidence.fetched", fetched.day()))" }
    if let trouble = page.trouble { " \(words(trouble.key, trouble.since.day()))" }
  }
}
