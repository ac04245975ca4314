/// Reads a page as tags and attributes, and lists what should never stand in one: a judge that shares nothing
/// with the code that writes pages.
struct MarkupAudit {
  private(set) var faults: [String] = []
  private(set) var tags = 0
  private var rest: Substring

  private static let elements: Set<Substring> = [
    "a", "article", "aside", "b", "body", "br", "button", "caption", "dd", "details", "div", "dl",
    "dt", "em",
    "fieldset", "footer", "form", "h1", "h2", "h3", "head", "header", "html", "input", "label",
    "legend", "li",
    "link", "main", "meta", "nav", "ol", "option", "p", "rp", "rt", "ruby", "script", "section",
    "select",
    "small", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "time", "title",
    "tr", "ul",
    "svg", "g", "rect", "line", "circle", "path", "text", "defs", "pattern",
  ]
  private static let links: Set<String> = [
    "href", "src", "action", "formaction", "xlink:href", "data",
  ]

  init(_ page: String) {
    rest = page[...]
    guard page.hasPrefix("<!DOCTYPE html>\n") else {
      faults.append("no doctype")
      return
    }
    rest = rest.dropFirst("<!DOCTYPE html>".count)
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      readTag()
    }
  }

  private mutating func readTag() {
    tags += 1
    let isEnd = rest.first == "/"
    if isEnd { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isLetter || $0.isNumber }
    rest = rest.dropFirst(name.count)
    if !Self.elements.contains(name) { faults.append("element \(name)") }
    var attributes: [String: String] = [:]
    while let next = rest.first, next != ">" {
      if next == " " {
        rest = rest.dropFirst()
        continue
      }
      let key = rest.prefix { $0 != "=" && $0 != ">" && $0 != " " }
      rest = rest.dropFirst(key.count)
      guard rest.first == "=" else {
        attributes[String(key)] = ""
        if key.isEmpty { rest = rest.dropFirst() }
        continue
      }
      rest = rest.dropFirst()
      guard rest.first == "\"" else {
        faults.append("a value without quotes in \(name)")
        return
      }
      let value = rest.dropFirst().prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 2)
      attributes[String(key)] = String(value)
    }
    rest = rest.dropFirst()
    judge(name, attributes)
    if name == "script", !isEnd, let end = rest.firstRange(of: "</script>") {
      let content = rest[..<end.lowerBound]
      let isData = attributes["type"] == "application/ld+json"
      if !content.isEmpty, !isData { faults.append("a script inside the page") }
      if content.contains("<") { faults.append("markup in data") }
      rest = rest[end.upperBound...]
    }
  }

  private mutating func judge(_ name: Substring, _ attributes: [String: String]) {
    for (key, value) in attributes {
      if key.lowercased().hasPrefix("on") || key == "style" || key == "srcdoc" {
        faults.append("attribute \(key)")
      }
      if !key.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) {
        faults.append("attribute \(key)")
      }
      if Self.links.contains(key) {
        let isOwn = ["./", "../", "#"].contains { value.hasPrefix($0) }
        let isWeb = ["http://", "https://", "mailto:"].contains { value.hasPrefix($0) }
        if !isOwn && !isWeb { faults.append("\(key) leads to \(value)") }
        if key == "src" && !isOwn { faults.append("loads \(value)") }
      }
      if key == "http-equiv" { faults.append("http-equiv") }
    }
  }
}
