/// An attribute of an element.
///
/// Only those made here exist: none that runs a script or carries a style, and
/// addresses only as `Link`.
package struct Attribute: Hashable, Sendable {
  private let name: String
  /// The value, escaped; nil where the name says all.
  private let value: String?

  private init(_ name: StaticString, _ value: String? = nil) {
    self.name = name.description
    self.value = value.map(Escaping.escaped)
  }

  private init(_ name: String, escaped value: String) {
    self.name = name
    self.value = value
  }

  /// The same attribute with a place of a template for its value.
  var place: Attribute { Attribute(name, escaped: String(HTML.placeMark)) }

  /// About how many bytes it takes.
  var size: Int { name.utf8.count + (value?.utf8.count ?? 0) + 4 }

  /// Writes it behind what stands in a tag.
  func write(to markup: inout String) {
    markup += " "
    markup += name
    guard let value else { return }
    markup += "=\""
    markup += value
    markup += "\""
  }

  static func `class`(_ names: String) -> Attribute { .init("class", names) }
  static func id(_ value: String) -> Attribute { .init("id", value) }
  static func href(_ link: Link) -> Attribute { .init("href", link.address) }
  static func action(_ link: Link) -> Attribute { .init("action", link.address) }
  static func content(_ value: String) -> Attribute { .init("content", value) }
  static func name(_ value: String) -> Attribute { .init("name", value) }
  static func value(_ value: String) -> Attribute { .init("value", value) }
  static func type(_ value: StaticString) -> Attribute { .init("type", value.description) }
  static func method(_ value: StaticString) -> Attribute { .init("method", value.description) }
  static func rel(_ value: StaticString) -> Attribute { .init("rel", value.description) }
  static func charset(_ value: StaticString) -> Attribute { .init("charset", value.description) }
  static func scope(_ value: StaticString) -> Attribute { .init("scope", value.description) }
  static func role(_ value: StaticString) -> Attribute { .init("role", value.description) }
  static func xmlns(_ value: StaticString) -> Attribute { .init("xmlns", value.description) }
  static func lang(_ value: String) -> Attribute { .init("lang", value) }
  static func hreflang(_ value: String) -> Attribute { .init("hreflang", value) }
  static func title(_ value: String) -> Attribute { .init("title", value) }
  static func label(_ value: String) -> Attribute { .init("aria-label", value) }
  static func labelledBy(_ id: String) -> Attribute { .init("aria-labelledby", id) }
  static func describedBy(_ id: String) -> Attribute { .init("aria-describedby", id) }
  static func current(_ value: StaticString) -> Attribute {
    .init("aria-current", value.description)
  }
  static func `for`(_ id: String) -> Attribute { .init("for", id) }
  static func form(_ id: String) -> Attribute { .init("form", id) }
  static func datetime(_ value: String) -> Attribute { .init("datetime", value) }
  static func placeholder(_ value: String) -> Attribute { .init("placeholder", value) }
  static func inputMode(_ value: StaticString) -> Attribute {
    .init("inputmode", value.description)
  }
  static func maximumLength(_ number: Int) -> Attribute { .init("maxlength", "\(number)") }
  static func number(_ name: StaticString, _ value: Double) -> Attribute {
    let rounded = (value * 10).rounded() / 10
    return .init(name, rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)")
  }
  static func drawing(_ name: StaticString, _ value: StaticString) -> Attribute {
    .init(name, value.description)
  }
  static func viewBox(_ width: Int, _ height: Int) -> Attribute {
    .init("viewBox", "0 0 \(width) \(height)")
  }
  static let checked = Attribute("checked")
  static let selected = Attribute("selected")
  static let open = Attribute("open")
  static let hidden = Attribute("aria-hidden", "true")
  static let focusable = Attribute("tabindex", "0")
}
