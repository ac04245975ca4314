package import RecruitmentModel

/// Addresses that may be put into markup, calendars and terminals.
package enum WebLink {
  /// Quotations longer than this are sought by their two ends.
  private static let longestExact = 100

  /// The address with every byte escaped that markup could trip over; nil unless it is of the web.
  package static func address(_ url: String) -> String? {
    let start = url.prefix(8).lowercased()
    guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return nil }
    return url.utf8.reduce(into: "") { text, byte in
      text += isPlain(byte) || kept.contains(byte) ? character(byte) : escaped(byte)
    }
  }

  /// The address that opens a page at quoted words, where its media type lets browsers find them.
  package static func address(of page: SourcePage, at quote: String) -> String? {
    guard let plain = address(page.url) else { return nil }
    guard page.mediaType.map({ $0.hasPrefix("text/") || $0.contains("html") }) ?? true else {
      return plain
    }
    let words = SafeText.line(quote).split(separator: " ").map(String.init)
    let whole = words.joined(separator: " ")
    guard !whole.isEmpty else { return plain }
    let ends =
      whole.count > longestExact && words.count > 1 ? [words[0], words[words.count - 1]] : [whole]
    let directive = ends.map {
      $0.utf8.map { isPlain($0) && $0 != hyphen ? character($0) : escaped($0) }.joined()
    }
    return plain + (plain.contains("#") ? "" : "#") + ":~:text=" + directive.joined(separator: ",")
  }

  /// The address at which a piece of evidence can be read.
  package static func address(of evidence: Evidence, in program: Program) -> String? {
    switch evidence {
    case .page(let words):
      guard program.pages.indices.contains(words.page) else { return nil }
      return address(of: program.pages[words.page], at: words.quote)
    case .elsewhere(let source): return address(source.url)
    }
  }

  private static let hyphen = UInt8(ascii: "-")
  /// What an address is made of beside letters and digits; quotes and brackets of markup are not.
  private static let kept = Set("!#$%&*+,/:;=?@".utf8)

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen, UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func character(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" : "") + digits
  }
}
