package import RecruitmentModel

/// Addresses that may be put into markup, calendars and terminals.
package enum WebLink {
  /// Quotations longer than this are sought by their two ends.
  private static let longestExact = 100

  /// The address with every byte escaped that markup could trip over; nil unless it is of the web.
  package static func address(_ url: String) -> String? {
    let start = url.utf8.prefix(8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard start.starts(with: "http://".utf8) || start.starts(with: "https://".utf8) else {
      return nil
    }
    var bytes: [UInt8] = []
    for byte in url.utf8 { append(byte, to: &bytes, isAsItIs: isPlain(byte) || isKept(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The address that opens a page at quoted words, where its media type lets browsers find them.
  package static func address(of page: SourcePage, at quote: String) -> String? {
    guard let plain = address(page.url) else { return nil }
    guard page.mediaType.map({ $0.hasPrefix("text/") || $0.contains("html") }) ?? true else {
      return plain
    }
    let words = SafeText.line(quote).utf8.split(separator: 0x20)
    guard let first = words.first, let last = words.last else { return plain }
    var bytes = Array(plain.utf8)
    if !bytes.contains(UInt8(ascii: "#")) { bytes.append(UInt8(ascii: "#")) }
    bytes += ":~:text=".utf8
    let isLong = words.count > 1 && isLong(words.joined(separator: [0x20]))
    for (place, part) in (isLong ? [first, last] : words).enumerated() {
      if place > 0 { bytes += isLong ? Array(",".utf8) : Array("%20".utf8) }
      for byte in part { append(byte, to: &bytes, isAsItIs: isPlain(byte) && byte != hyphen) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether words are more than a browser should seek as a whole.
  private static func isLong(_ words: some Sequence<UInt8>) -> Bool {
    let text = String(decoding: Array(words), as: UTF8.self)
    return text.unicodeScalars.count > longestExact && text.count > longestExact
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
  private static func isKept(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "!", "#", "$", "%", "&", "*", "+", ",", "/", ":", ";", "=", "?", "@": true
    default: false
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen, UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Adds a byte as it is, or escaped.
  private static func append(_ byte: UInt8, to bytes: inout [UInt8], isAsItIs: Bool) {
    if isAsItIs { return bytes.append(byte) }
    bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
