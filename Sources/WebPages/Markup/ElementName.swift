/// The elements that pages are made of; none of them runs anything.
package enum ElementName: String, Sendable {
  case a, article, aside, b, body, br, button, caption, dd, details, div, dl, dt, em, fieldset,
    footer
  case form, h1, h2, h3, head, header, html, input, kbd, label, legend, li, link, main, meta, nav
  case ol, option, p, q, rb, rp, rt, ruby, section, select, small, span, strong, summary, table
  case tbody, td, th, thead, time, title, tr, ul
  // Drawings.
  case svg, g, rect, line, circle, path, text, defs, pattern, tspan
  // Feeds.
  case feed, entry, id, updated, author, name, content, rights, subtitle

  /// Whether it has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .br, .input, .meta, .link: true
    default: false
    }
  }
}
