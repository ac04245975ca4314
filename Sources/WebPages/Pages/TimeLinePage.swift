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
  private var drawing: TimeLineDrawing { TimeLineDrawing(context: context, rows: timeLine.drawn) }

  init(context: PageContext, answer: SearchAnswer, chips: QueryChips?) {
    self.context = context
    self.answer = answer
    self.chips = chips
    let facts = context.facts
    timeLine = TimeLine(answer.results.compactMap(\.program)) { facts.date($0, $1) }
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
      if timeLine.drawn.isEmpty {
        element(.p) { words.html("timeline.none") }
      } else {
        drawing.legend
        element(
          .div, .class("scroll"), .role("region"), .label(words("timeline.title")), .focusable
        ) { drawing.html }
        element(.details) {
          element(.summary) { words.html("timeline.table") }
          table
        }
      }
      unsure
      unknown
    }
  }

  private var table: HTML {
    let events = timeLine.drawn.flatMap { row in row.events.map { (row.program, $0) } }
      .sorted { ($0.1.first, $0.1.last, $0.0.id) < ($1.1.first, $1.1.last, $1.0.id) }
    return element(.table, .class("plain")) {
      element(.tbody) {
        for (program, event) in events {
          element(.tr) {
            element(.th, .scope("row")) { drawing.days(event) }
            element(.td) { words.html("timeline.\(event.sort.rawValue)") }
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
    let rows = timeLine.rows.filter { !$0.unsure.isEmpty }
    if !rows.isEmpty {
      element(.section, .labelledBy("unsure")) {
        element(.h2, .id("unsure")) { words.html("timeline.unsure") }
        element(.ul) {
          for row in rows {
            element(.li) {
              link(row.program)
              ": "
              words.read(row.unsure.joined(separator: " · "))
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private var unknown: HTML {
    let count = timeLine.rows.count { $0.events.isEmpty && $0.unsure.isEmpty }
    if count > 0 { element(.p) { words("timeline.unknown", count) } }
  }
}
