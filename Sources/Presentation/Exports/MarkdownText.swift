/// Text from the web in Markdown: nothing in it is markup, a link or HTML.
enum MarkdownText {
  /// The text with everything escaped that Markdown, or GitHub's kind of it, would read as markup.
  static func escaped(_ text: String) -> String {
    let bytes = Array(SafeText.line(text).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for (place, byte) in bytes.enumerated() {
      if isSpecial(byte) || startsLink(bytes, at: place) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A link; plain text where the address is not of the web.
  static func link(_ text: String, to address: String?) -> String {
    address.map { "[\(text)](<\($0)>)" } ?? text
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "|", "~", "&", "!", "#", "$", "@": true
    default: false
    }
  }

  /// Whether an address or a mail that is written out would become a link at a place.
  private static func startsLink(_ bytes: [UInt8], at place: Int) -> Bool {
    switch UnicodeScalar(bytes[place]) {
    case ":": place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "/")
    case ".":
      place >= 3 && bytes[(place - 3)..<place].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    default: false
    }
  }
}
