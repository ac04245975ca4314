/// An address that a page may lead to: one of our own, or one of the web.
package struct Link: Hashable, Sendable {
  /// The address as it stands in the page, before escaping.
  package let address: String

  private init(address: String) {
    self.address = address
  }

  /// An address of this site, from parts that are encoded here.
  ///
  /// - Parameters:
  ///   - depth: How many folders below the site's root the page lies that holds the link.
  ///   - path: The path below the root.
  ///   - query: What stands behind the question mark.
  init(depth: Int, path: String, query: [(String, String)] = []) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      query.reduce(3 * (depth + path.utf8.count + 1)) {
        $0 + $1.0.utf8.count + 3 * $1.1.utf8.count + 2
      })
    if depth == 0 { bytes += "./".utf8 }
    for _ in 0..<depth { bytes += "../".utf8 }
    PercentCoding.encode(path, slashes: true, into: &bytes)
    for (place, parameter) in query.enumerated() {
      bytes.append(place == 0 ? UInt8(ascii: "?") : UInt8(ascii: "&"))
      PercentCoding.encode(parameter.0, into: &bytes)
      bytes.append(UInt8(ascii: "="))
      PercentCoding.encode(parameter.1, into: &bytes)
    }
    address = String(decoding: bytes, as: UTF8.self)
  }

  /// An address of the web; nil unless it is http or https and has a host.
  package init?(web address: String) {
    let lower = address.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
      let rest = lower.firstRange(of: "://").map({ lower[$0.upperBound...] }),
      let first = rest.first, first != "/", first.isLetter || first.isNumber || first == "[",
      !address.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F || $0 == "\\" }
      )
    else { return nil }
    self.address = address
  }

  /// A mail address; nil unless it is a plain one.
  init?(mail address: String) {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let plain = address.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || "@.-_+".unicodeScalars.contains($0)
    }
    guard parts.count == 2, plain, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.address = "mailto:" + address
  }

  /// A place on the same page.
  init(fragment: String) {
    address = "#" + PercentCoding.encoded(fragment)
  }

  /// The same page, at the sentence with some words (a text fragment).
  func atSentence(_ quote: String) -> Link {
    let words = quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty, !address.contains("#") else { return self }
    return Link(address: address + "#:~:text=" + PercentCoding.encoded(words, dashes: true))
  }

  /// An address of which one parameter is left open.
  struct Template {
    fileprivate let before: String
    fileprivate let after: String

    /// The address with other parameters in its place; they are encoded already.
    func link(_ parameters: String) -> Link { Link(address: before + parameters + after) }
  }

  /// The address without a parameter; nil where that does not stand in it.
  ///
  /// It is encoded already, so that no value can be taken for the parameter.
  func template(without parameter: String) -> Template? {
    guard let place = address.firstRange(of: parameter) else { return nil }
    return Template(
      before: String(address[..<place.lowerBound]), after: String(address[place.upperBound...]))
  }
}

/// Percent-encoding of parts of addresses.
package enum PercentCoding {
  /// A part in which only letters, digits and `-._~` stand for themselves; dashes too may be encoded, and
  /// slashes may be left as they are.
  package static func encoded(
    _ text: String, dashes: Bool = false, slashes: Bool = false
  ) -> String {
    if text.utf8.allSatisfy({ isPlain($0) && !(dashes && $0 == UInt8(ascii: "-")) }) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * text.utf8.count)
    encode(text, dashes: dashes, slashes: slashes, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a part so encoded behind other bytes.
  static func encode(
    _ text: String, dashes: Bool = false, slashes: Bool = false, into bytes: inout [UInt8]
  ) {
    for byte in text.utf8 {
      if isPlain(byte) && !(dashes && byte == UInt8(ascii: "-"))
        || slashes && byte == UInt8(ascii: "/")
      {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// A part as it was meant; nil where a percent sign is not followed by two digits or the bytes are no UTF-8.
  package static func decoded(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      if byte == UInt8(ascii: "%") {
        guard let high = rest.next().flatMap(value), let low = rest.next().flatMap(value) else {
          return nil
        }
        bytes.append(high << 4 | low)
      } else {
        bytes.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
