/// Text from the web in HTML: nothing in it is markup.
package enum HTMLText {
  /// The text with the characters escaped that HTML gives a meaning.
  package static func escaped(_ text: String) -> String {
    let safe = SafeText.line(text)
    guard safe.utf8.contains(where: { name(of: $0) != nil }) else { return safe }
    var bytes: [UInt8] = []
    for byte in safe.utf8 {
      if let name = name(of: byte) { bytes += name.utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a character is written as that HTML gives a meaning; nil for any other.
  private static func name(of byte: UInt8) -> String? {
    switch UnicodeScalar(byte) {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }

  /// A link out of the document, to which it says nothing of itself; plain text where there is no address.
  static func link(_ html: String, to address: String?) -> String {
    guard let address else { return html }
    return "<a href=\"\(escaped(address))\" rel=\"noopener noreferrer nofollow\">\(html)</a>"
  }
}
