/// Text from the web in HTML: nothing in it is markup.
package enum HTMLText {
  /// The text with the characters escaped that HTML gives a meaning.
  package static func escaped(_ text: String) -> String {
    SafeText.line(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// A link out of the document, to which it says nothing of itself; plain text where there is no address.
  static func link(_ html: String, to address: String?) -> String {
    guard let address else { return html }
    return "<a href=\"\(escaped(address))\" rel=\"noopener noreferrer nofollow\">\(html)</a>"
  }
}
