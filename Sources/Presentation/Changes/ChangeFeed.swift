public import ChangeLog
package import RecruitmentModel

/// Writes changes as a feed in Atom (RFC 4287).
///
/// Words of pages stand in it as plain text: whatever they look like, a reader shows them and does
/// nothing else.
public struct ChangeFeed: Sendable {
  private static let id = "urn:uuid:6f1d7c4e-0b1a-8e52-9c3f-70726f677365"

  /// The pages that a feed stands beside; their addresses are relative to its own.
  package struct Site: Sendable {
    /// When it was made, which is the date of a feed without changes.
    let made: Timestamp
    /// The feed itself.
    let feed: String
    /// The page of the changes.
    let page: String
    /// The page of a program; nil where there is none any more.
    let program: @Sendable (String) -> String?

    /// Names the pages.
    package init(
      made: Timestamp, feed: String, page: String, program: @escaping @Sendable (String) -> String?
    ) {
      self.made = made
      self.feed = feed
      self.page = page
      self.program = program
    }
  }

  private let text: ChangeText
  private let wording: Wording
  private let site: Site?

  /// Makes a writer.
  public init(_ wording: Wording) {
    self.wording = wording
    text = ChangeText(wording)
    site = nil
  }

  /// Makes a writer for a feed of a site.
  package init(_ wording: Wording, on site: Site) {
    self.wording = wording
    text = ChangeText(wording)
    self.site = site
  }

  /// The feed, the latest change first.
  public func atom(_ changes: [Change]) -> String {
    let updated =
      changes.map(\.noticed).max() ?? site?.made ?? Timestamp(secondsSinceEpoch: 0)
    let links = site.map { Self.link("self", $0.feed) + Self.link("alternate", $0.page) } ?? ""
    let head = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(wording.language.rawValue)">
        <id>\(Self.id)</id>
        <title>\(XMLText.escaped(wording("change.feed")))</title>
        <updated>\(updated)</updated>
      \(links)  <author><name>progsearch</name></author>

      """
    return head + changes.reversed().map(entry).joined() + "</feed>\n"
  }

  private func entry(_ change: Change) -> String {
    let title = "\(text.hospital(change)): \(text.sentence(change))"
    let own = site?.program(change.id)
    let page = change.page.flatMap(WebLink.address)
    // On a site the entry leads to the program's page there, which has the hospital's words.
    let links =
      (own.map { "  " + Self.link("alternate", $0) } ?? "")
      + (page.map {
        own == nil ? "    <link href=\"\(XMLText.escaped($0))\"/>\n" : "  " + Self.link("via", $0)
      } ?? "")
    return """
        <entry>
          <id>urn:uuid:\(Self.identifier(of: change))</id>
          <title>\(XMLText.escaped(title))</title>
          <updated>\(change.noticed)</updated>
      \(links)    <content>\(XMLText.escaped(content(change)))</content>
        </entry>

      """
  }

  private func content(_ change: Change) -> String {
    let before = change.before.map(text.proofs)?.map { wording("change.before") + " " + $0 }
    let after = change.after.map(text.proofs)?.map { wording("change.now") + " " + $0 }
    return ([text.sentence(change)] + (before ?? []) + (after ?? [])).joined(separator: "\n")
  }

  private static func link(_ relation: String, _ address: String) -> String {
    "  <link rel=\"\(relation)\" href=\"\(XMLText.escaped(address))\"/>\n"
  }

  /// A name that stays the same for the same change: 128 bits over what it says and when.
  private static func identifier(of change: Change) -> String {
    let text = (try? RecordCoding.jsonLine(change)) ?? change.id
    let high = hash(text, from: 0xcbf2_9ce4_8422_2325)
    let low = hash(text, from: 0x8422_2325_cbf2_9ce4)
    var digits = hexadecimal(high) + hexadecimal(low)
    digits[12] = "8"  // a form of one's own (RFC 9562, 5.8)
    digits[16] = "a"
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return parts.joined(separator: "-")
  }

  private static func hash(_ text: String, from start: UInt64) -> UInt64 {
    text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  private static func hexadecimal(_ number: UInt64) -> [Character] {
    let digits = String(number, radix: 16)
    return Array(String(repeating: "0", count: 16 - digits.count) + digits)
  }
}

/// Text within XML.
enum XMLText {
  /// The text with nothing in it that XML gives a meaning to, or does not allow.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "\n"
      default:
        let isAllowed = scalar.value >= 32 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        if isAllowed { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
