import ChangeLog
import Presentation
import QueryEngine
import RecruitmentModel

/// What changed between crawls, the latest first, with what the pages said before and say now.
struct ChangesPage {
  /// The most changes that one page lists, and the feed; the API and the command line have the others.
  static let mostChanges = 100

  let context: PageContext
  /// The changes, the oldest first.
  let changes: [Change]
  /// Whether a program is there to be shown.
  let isIndexed: (String) -> Bool
  private var words: WebWording { context.words }

  var html: HTML {
    PageFrame(context: context).page(
      title: words("changes.title"), section: .changes, path: ["changes"], head: feed
    ) {
      element(.h1) { words.html("changes.title") }
      if !context.addresses.isStatic {
        element(.p) {
          element(.a, .href(context.addresses.feed)) { words.html("changes.feed") }
        }
      }
      if changes.isEmpty { element(.p) { words.html("changes.none") } }
      if changes.count > Self.mostChanges {
        element(.p, .class("notice")) { words("changes.more", Self.mostChanges, changes.count) }
      }
      ChangeList(
        context: context, changes: changes.suffix(Self.mostChanges), isIndexed: isIndexed
      ).html
    }
  }

  private var feed: HTML {
    context.addresses.isStatic
      ? .empty
      : element(
        .link, .rel("alternate"), .type("application/atom+xml"),
        .title(words("changes.title")), .href(context.addresses.feed))
  }
}

/// Changes as a list, the latest first.
struct ChangeList {
  let context: PageContext
  let changes: [Change]
  /// Whether a program is there to be linked to; nil where the list stands on the program's own page.
  var isIndexed: ((String) -> Bool)?
  private var words: WebWording { context.words }

  var html: HTML {
    let text = ChangeText(words.shared)
    return element(.ol, .class("changes")) {
      for change in changes.reversed() { item(change, text) }
    }
  }

  private func item(_ change: Change, _ text: ChangeText) -> HTML {
    element(.li) {
      element(.time, .datetime("\(change.noticed)")) { "\(change.noticed.day())" }
      " "
      if let isIndexed {
        if isIndexed(change.id) {
          element(.a, .href(context.addresses.program(change.id, context.state))) {
            text.hospital(change)
          }
        } else {
          text.hospital(change)
        }
        ": "
      }
      words.read(text.sentence(change))
      if change.before != nil || change.after != nil {
        element(.details) {
          element(.summary, .label("\(words("evidence.show")): \(text.sentence(change))")) {
            words.html("evidence.show")
          }
          side("changes.before", change.before)
          side("changes.after", change.after)
        }
      }
    }
  }

  @HTMLBuilder private func side(_ key: String, _ statement: ChangeStatement?) -> HTML {
    if let statement {
      element(.div, .class("evidence")) {
        element(.p, .class("strength")) {
          "\(words(key)) · \(words("basis.\(statement.basis.rawValue)"))"
        }
        for proof in statement.evidence { self.proof(proof) }
      }
    }
  }

  private func proof(_ proof: ChangeQuotation) -> HTML {
    element(.div, .class("source")) {
      if let quote = proof.quote { element(.p, .class("quote"), .lang("ja")) { "「\(quote)」" } }
      if let note = proof.note { element(.p) { note } }
      if let link = Link(web: proof.url) {
        element(.p, .class("from")) {
          element(
            .a, .href(proof.quote.map(link.atSentence) ?? link), .rel("noreferrer nofollow")
          ) { words("evidence.open") }
        }
      }
    }
  }
}
