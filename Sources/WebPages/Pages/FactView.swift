import Presentation
import QueryEngine
import RecruitmentModel

/// Shows facts with how sure they are and what proves them.
struct FactView {
  let context: PageContext
  private var words: WebWording { context.words }

  /// A value with its marks; unknown in words where it is absent.
  func value(_ name: FactName, of program: Program, brief: Bool = false) -> HTML {
    guard let text = text(name, program, brief), let provenance = program.facts.provenance(of: name)
    else { return applies(name, to: program.kind) ? unknown : inapplicable }
    return words.passages(text) + marks(provenance)
  }

  /// The word for what a kind of program cannot have, which is no gap in what is known.
  var inapplicable: HTML {
    element(.span, .class("inapplicable")) {
      element(.span, .hidden) { "–" }
      element(.span, .class("unseen")) { words("inapplicable") }
    }
  }

  private func applies(_ name: FactName, to kind: ProgramKind) -> Bool {
    switch kind {
    case .pathway:
      // A way to a licence may cost something and ask for papers; where nobody says so, that is a gap.
      [.application, .fee, .eligibility, .documents, .contact, .steps].contains(name)
    case .examination:
      ![
        .accepting, .training, .recommendation, .obligation, .capacity, .departments, .steps,
      ].contains(name)
    case .practicalTraining, .clinicalTraining, .specialistTraining, .other:
      ![.examDate, .venues, .rules, .steps].contains(name)
    }
  }

  /// What stands below a program's name: its prefecture; who holds an examination, or grants a licence.
  @HTMLBuilder func place(of program: Program) -> HTML {
    if program.isBesideHospitals {
      let holder = context.facts.hospital(program)
      if holder != context.name(of: program) { words.quoted(holder) }
      // Titles are kept in Japanese; the id tells them apart in any language.
      if words.language != .japanese { " · \(program.id)" }
    } else if let place = context.place(of: program) {
      place
    } else {
      unknown
    }
  }

  /// The word for what is not known.
  var unknown: HTML { element(.span, .class("unknown")) { words.html("choice.unknown") } }

  private func text(_ name: FactName, _ program: Program, _ brief: Bool) -> String? {
    if brief, name == .fee, let fee = program.facts.fee?.value, !fee.free, let yearly = fee.yearly {
      return context.facts.yen(yearly)
    }
    return context.facts.value(of: name, in: words.marked(program.facts))
  }

  /// What others report, what rules say and what is disputed never looks like the hospital's own word.
  func marks(_ provenance: Provenance) -> HTML {
    marks(provenance.basis)
      + (provenance.conflicts > 0 ? mark("conflict", "≠ " + words("mark.conflict"), nil) : .empty)
  }

  /// What others report and what rules say, marked.
  func marks(_ basis: Basis) -> HTML {
    guard let text = mark(of: basis) else { return .empty }
    return basis == .reported
      ? mark("reported", text, words("mark.reported.long")) : mark("rules", text, nil)
  }

  /// The same for a basis alone, in a word; nil for the hospital's own word.
  func mark(of basis: Basis) -> String? {
    switch basis {
    case .official: nil
    case .reported: words("mark.reported")
    case .regulation: words("mark.regulation")
    case .derived: words("basis.derived")
    }
  }

  private func mark(_ style: String, _ text: String, _ title: String?) -> HTML {
    .text(" ")
      + element(.small, .class("mark \(style)"), title.map { .title($0) }) { words.read(text) }
  }

  /// The status of a program on the page's day, with a sign that needs no colour.
  func status(_ status: ProgramStatus) -> HTML {
    let sign =
      switch status {
      case .open: "●"
      case .rolling: "↻"
      case .upcoming: "◷"
      case .closed: "■"
      case .notAccepting: "✕"
      case .unknown: "?"
      }
    return element(.span, .class("status \(status.rawValue)")) {
      element(.span, .hidden) { sign }
      " "
      words.html("status.\(status.rawValue)")
    }
  }

  // MARK: Evidence

  /// How strong a fact is: its basis, its day and how likely it is to be right.
  func strength(_ provenance: Provenance) -> String {
    [
      words("basis.\(provenance.basis.rawValue)"),
      provenance.asOf.map { words("asOf", $0) } ?? words("undated"),
      provenance.confidence.map { words("confidence", Int(($0 * 100).rounded())) },
    ].compactMap { $0 }.joined(separator: " · ")
  }

  /// All that proves a fact, and what others say against it.
  func evidence(_ name: FactName, of program: Program) -> HTML {
    guard let provenance = program.facts.provenance(of: name) else { return .empty }
    return element(.div, .class("evidence")) {
      element(.p, .class("strength")) { strength(provenance) }
      for evidence in provenance.evidence { source(evidence, program) }
      for conflict in context.facts.conflicts(of: name, in: words.marked(program.facts)) {
        element(.div, .class("conflict")) {
          element(.p) {
            "≠ \(words("evidence.conflict")): "
            element(.strong) { words.passages(conflict.text) }
            " (\(words("basis.\(conflict.basis.rawValue)")))"
          }
          for evidence in conflict.evidence { source(evidence, program) }
        }
      }
    }
  }

  /// What proves some steps of a way to a licence, each source once.
  func evidence(of steps: [StepText], in program: Program) -> HTML {
    var sources: [Evidence] = []
    for source in steps.flatMap(\.evidence) where !sources.contains(source) {
      sources.append(source)
    }
    return element(.div, .class("evidence")) {
      if let provenance = program.facts.provenance(of: .steps) {
        element(.p, .class("strength")) { strength(provenance) }
      }
      for evidence in sources { source(evidence, program) }
    }
  }

  private func source(_ evidence: Evidence, _ program: Program) -> HTML {
    switch evidence {
    case .page(let quote): quoted(quote, program)
    case .elsewhere(let source): external(source)
    }
  }

  private func quoted(_ quote: PageEvidence, _ program: Program) -> HTML {
    let page = program.pages.indices.contains(quote.page) ? program.pages[quote.page] : nil
    return element(.div, .class("source")) {
      if let section = quote.section { element(.p, .class("section"), .lang("ja")) { section } }
      element(.p, .class("quote"), .lang("ja")) { "「\(quote.quote)」" }
      if let note = quote.note { element(.p) { words("note", note) } }
      if let page {
        element(.p, .class("from")) {
          self.page(page, quote.quote)
          if let fetched = page.fetchedAt { " \(words("evidence.fetched", fetched.day()))" }
          if let trouble = page.trouble { " \(words(trouble.key, trouble.since.day()))" }
        }
      }
    }
  }

  /// The page with the sentence, as a link where its address is one of the web.
  private func page(_ page: SourcePage, _ quote: String) -> HTML {
    guard let link = Link(web: page.url) else { return .text(page.url) }
    return element(.a, .href(link.atSentence(quote)), .rel("noreferrer nofollow")) {
      "\(words("evidence.open")) (\(Self.host(page.url)))"
    }
  }

  /// What others say, and where.
  func external(_ source: ExternalEvidence) -> HTML {
    element(.div, .class("source")) {
      element(.p) { words.quoted(source.note) }
      element(.p, .class("from")) {
        if let link = Link(web: source.url) {
          element(.a, .href(link), .rel("noreferrer nofollow")) {
            "\(words("evidence.open")) (\(Self.host(source.url)))"
          }
        } else {
          source.url
        }
        " \(words("seen", source.seen))"
      }
    }
  }

  private static func host(_ address: String) -> String {
    String(
      (address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...])
        .prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }
}
