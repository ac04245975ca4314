import Presentation
import QueryEngine
import RecruitmentModel

/// Windows, selection days and examinations on one line of time, today marked.
struct TimeLinePage {
  /// The most programs that are drawn.
  static let mostPrograms = 60

  let context: PageContext
  let answer: SearchAnswer
  /// What was understood of the query that narrows the time line.
  let chips: QueryChips?
  private let timeLine: TimeLine
  private var words: WebWording { context.words }
  private let drawing: TimeLineDrawing
  private var facts: FactView { FactView(context: context) }

  init(context: PageContext, answer: SearchAnswer, chips: QueryChips?) {
    self.context = context
    self.answer = answer
    self.chips = chips
    timeLine = TimeLine(answer.results.compactMap(\.program), context.facts)
    drawing = TimeLineDrawing(context: context, rows: timeLine.dated)
  }

  var html: HTML {
    PageFrame(context: context).page(
      title: words("timeline.title"), section: .timeline, path: ["timeline"]
    ) {
      element(.h1) { words.html("timeline.title") }
      SearchPage.form(context, target: context.addresses.timeLine(nil))
      chips?.html
      element(.p) { words.html("timeline.note") }
      if answer.total > answer.results.count {
        element(.p, .class("notice")) { words("timeline.more", answer.results.count) }
      }
      if timeLine.dated.isEmpty {
        element(.p) { words.html("timeline.none") }
      } else {
        if !drawing.rows.isEmpty {
          drawing.legend
          element(
            .div, .class("scroll"), .role("region"), .label(words("timeline.title")), .focusable
          ) { drawing.html }
        }
        if drawing.farCount > 0 {
          element(.p, .class("notice")) { words("timeline.far", drawing.farCount) }
        }
        element(.details, drawing.farCount > 0 ? .open : nil) {
          element(.summary) { words.html("timeline.table") }
          table
        }
      }
      unsure
      unknown
    }
  }

  private var table: HTML {
    let events = timeLine.dated.flatMap { row in row.events.map { (row.program, $0) } }
      .sorted { one, other in
        (one.1.first, one.1.last ?? one.1.first, one.0.id)
          < (other.1.first, other.1.last ?? other.1.first, other.0.id)
      }
    return element(.table, .class("plain")) {
      element(.tbody) {
        for (program, event) in events {
          element(.tr) {
            element(.th, .scope("row")) { drawing.days(event) }
            element(.td) {
              words.html("timeline.\(event.sort.rawValue)")
              facts.marks(event.basis)
            }
            element(.td) { link(program) }
          }
        }
      }
    }
  }

  private func link(_ program: Program) -> HTML {
    element(.a, .href(context.addresses.program(program.id, context.state))) {
      context.writtenName(of: program)
    }
  }

  @HTMLBuilder private var unsure: HTML {
    let rows = timeLine.rows.filter { !$0.undated.isEmpty }
    if !rows.isEmpty {
      element(.section, .labelledBy("unsure")) {
        element(.h2, .id("unsure")) { words.html("timeline.unsure") }
        element(.ul) {
          for row in rows {
            element(.li) {
              link(row.program)
              for (place, date) in row.undated.enumerated() {
                place == 0 ? ": " : " · "
                words.read("\(words("timeline.\(date.sort.rawValue)")) \(date.text)")
                facts.marks(date.basis)
              }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var unknown: HTML {
    let count = timeLine.rows.count { $0.events.isEmpty && $0.undated.isEmpty }
    if count > 0 { element(.p) { words("timeline.unknown", count) } }
  }
}
