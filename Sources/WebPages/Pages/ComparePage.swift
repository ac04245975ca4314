import Presentation
import QueryEngine
import RecruitmentModel

/// Programs side by side, a row a fact; differences are marked and every value can show what proves it.
struct ComparePage {
  let context: PageContext
  let programs: [Program]
  /// Ids that no program has.
  let missing: [String]
  private var words: WebWording { context.words }
  private var facts: FactView { FactView(context: context) }

  var html: HTML {
    PageFrame(context: context).page(
      title: words("compare.title"), section: .compare, path: ["compare"]
    ) {
      element(.h1) { words.html("compare.title") }
      for id in missing { element(.p, .class("notice")) { words("compare.missing", id) } }
      if !context.state.leftOut.isEmpty {
        element(.p, .class("notice")) {
          words(
            "compare.leftOut", PageState.mostCompared,
            context.state.leftOut.joined(separator: " · "))
        }
      }
      if context.addresses.isStatic {
        element(.p, .class("hint scriptless")) { words("static.script.compare") }
        element(.p, .class("notice missing onscript")) { words("compare.missing") }
        element(.div, .class("none onscript")) { nothing }
      }
      if programs.isEmpty {
        nothing
      } else {
        element(
          .div, .class("scroll beside"), .role("region"), .label(words("compare.title")), .focusable
        ) {
          table
        }
      }
    }
  }

  /// What to do where nothing was picked.
  private var nothing: HTML {
    element(.p) { words.html("compare.none") }
      + element(.p) {
        element(.a, .href(context.addresses.search(context.state))) { words.html("home") }
      }
  }

  private var table: HTML {
    element(.table, .class("comparison")) {
      element(.thead) {
        element(.tr) {
          element(.th, .scope("col")) { words.html("compare.item") }
          for program in programs { head(program) }
        }
      }
      element(.tbody) {
        status
        for name in names {
          if name == .steps {
            for stage in PathwayStep.Stage.allCases { row(stage) }
          } else {
            row(name)
          }
        }
      }
    }
  }

  /// The facts that any of the programs has, in the usual order.
  private var names: [FactName] {
    FactName.allCases.filter { name in
      programs.contains { $0.facts.provenance(of: name) != nil }
    }
  }

  private func head(_ program: Program) -> HTML {
    let others = programs.map(\.id).filter { $0 != program.id }
    let name = context.name(of: program)
    return element(.th, .scope("col")) {
      element(.a, .href(context.addresses.program(program.id, context.state))) {
        context.writtenName(of: program)
      }
      element(.span, .class("place")) { facts.place(of: program) }
      element(
        .a, .class("remove"), .href(context.addresses.compare(others, context.state)),
        .label(words("compare.removeName", name))
      ) { words.html("compare.remove") }
    }
  }

  private var status: HTML {
    let states = programs.map { context.status(of: $0) }
    return element(.tr, .class(Set(states).count > 1 ? "differs" : "same")) {
      rowHead("column.status", differs: Set(states).count > 1)
      for state in states { element(.td) { facts.status(state) } }
    }
  }

  private func row(_ name: FactName) -> HTML {
    // What is unknown of one does not differ from what is known of another.
    let values = Set(programs.compactMap { context.facts.value(of: name, in: $0.facts) })
    return element(.tr, .class(values.count > 1 ? "differs" : "same")) {
      rowHead("fact.\(name.rawValue)", differs: values.count > 1)
      for program in programs { cell(name, program) }
    }
  }

  private func rowHead(_ key: String, differs: Bool) -> HTML {
    element(.th, .scope("row")) {
      words.html(key)
      if differs {
        element(.span, .class("differing")) { "≠ \(words("compare.differs"))" }
      }
    }
  }

  private func cell(_ name: FactName, _ program: Program) -> HTML {
    element(.td) {
      element(.p) { facts.value(name, of: program) }
      if program.facts.provenance(of: name) != nil {
        element(.details) {
          element(
            .summary,
            .label(
              "\(words("evidence.show")): \(context.name(of: program)), \(words("fact.\(name.rawValue)"))"
            )
          ) { words.html("evidence.show") }
          facts.evidence(name, of: program)
        }
      }
    }
  }

  // MARK: Ways to a licence

  private var stages: StageText { StageText(words.shared) }

  /// The steps of one stage side by side.
  private func row(_ stage: PathwayStep.Stage) -> HTML {
    let differs = stages.differ(stage, programs.map(\.facts))
    return element(.tr, .class(differs ? "differs" : "same")) {
      rowHead("stage.\(stage.rawValue)", differs: differs)
      for program in programs { cell(stage, program) }
    }
  }

  private func cell(_ stage: PathwayStep.Stage, _ program: Program) -> HTML {
    let steps = stages.steps(of: stage, in: program.facts)
    return element(.td) {
      if steps.isEmpty {
        element(.p) {
          program.kind == .pathway ? facts.unknown : facts.inapplicable
        }
      } else {
        element(.div) {
          for step in steps { element(.p) { written(step, program) } }
        }
        element(.details) {
          element(
            .summary,
            .label(
              "\(words("evidence.show")): \(context.name(of: program)), \(words("stage.\(stage.rawValue)"))"
            )
          ) { words.html("evidence.show") }
          facts.evidence(of: steps, in: program)
        }
      }
    }
  }

  /// A step with what it needs, marked where others report it.
  @HTMLBuilder private func written(_ step: StepText, _ program: Program) -> HTML {
    words.quoted(step.name)
    if !step.needs.isEmpty {
      " "
      element(.small) {
        "("
        words.html("step.requires")
        ": "
        words.quoted(step.needs.joined(separator: ", "))
        ")"
      }
    }
    if let basis = program.facts.steps?.basis { facts.marks(basis) }
  }
}
