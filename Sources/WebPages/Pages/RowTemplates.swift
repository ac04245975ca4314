import RecruitmentModel

/// The rows of lists as all programs of a language have them, with places for what is their own.
struct RowTemplates: Sendable {
  /// Up to the cells; places for the id, where pages are files, then for value and name of the choice, address,
  /// name, prefecture, and what else says which program it is.
  let row: HTML.Template
  /// A card's head; places from the address on.
  let card: HTML.Template
  /// A card's choice; places for its value and its name.
  let choice: HTML.Template

  private static let made = LanguageCache<RowTemplates>()

  /// The templates of programs that were picked, or were not.
  static func of(_ context: PageContext, isPicked: Bool) -> RowTemplates {
    made.of(context, variant: isPicked ? 1 : 0) { RowTemplates(context, isPicked: isPicked) }
  }

  private init(_ context: PageContext, isPicked: Bool) {
    let row = HTML.tags(
      .tr, .role("row"), context.addresses.isStatic ? Attribute.id("").place : nil)
    let head = HTML.tags(.th, .scope("row"), .role("rowheader"), .class("hospital"))
    let card = HTML.tags(.li, .class("card"))
    let pick = element(
      .input, .type("checkbox"), .name("id"), Attribute.value("").place, Attribute.label("").place,
      isPicked ? .checked : nil)
    let hospital = HTML.joined([
      element(.a, Attribute.href(Link(fragment: "")).place) { HTML.place },
      element(.span, .class("place")) { HTML.place }, .place,
    ])
    let cell = element(.td, .role("cell"), .class("pick")) { pick }
    self.row = HTML.Template(.joined([row.opening, cell, head.opening, hospital]))
    self.card = HTML.Template(card.opening + element(.h3) { hospital })
    choice = HTML.Template(
      element(.label, .class("choice")) {
        pick
        element(.span) { context.words.html("pick.column") }
      })
  }
}
