/// Text from the web in Markdown: nothing in it is markup, a link or HTML.
enum MarkdownText {
  private static let special = Set("\\`*_{}[]<>|~&!#$@".unicodeScalars)

  /// The text with everything escaped that Markdown, or GitHub's kind of it, would read as markup.
  static func escaped(_ text: String) -> String {
    let scalars = Array(SafeText.line(text).unicodeScalars)
    return scalars.indices.reduce(into: "") { result, place in
      let scalar = scalars[place]
      // An address or a mail that is written out would become a link.
      let startsLink =
        (scalar == ":" && place + 1 < scalars.count && scalars[place + 1] == "/")
        || (scalar == "." && place >= 3 && isThreeWs(scalars[(place - 3)..<place]))
      if special.contains(scalar) || startsLink { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
  }

  /// A link; plain text where the address is not of the web.
  static func link(_ text: String, to address: String?) -> String {
    address.map { "[\(text)](<\($0)>)" } ?? text
  }

  private static func isThreeWs(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.allSatisfy { $0 == "w" || $0 == "W" }
  }
}
