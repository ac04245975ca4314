public import ChangeLog
import RecruitmentModel

/// Writes changes as a feed in Atom (RFC 4287).
///
/// Words of pages stand in it as plain text: whatever they look like, a reader shows them and does
/// nothing else.
public struct ChangeFeed: Sendable {
  private static let id = "urn:uuid:6f1d7c4e-0b1a-8e52-9c3f-70726f677365"

  private let text: ChangeText
  private let wording: Wording

  /// Makes a writer.
  public init(_ wording: Wording) {
    self.wording = wording
    text = ChangeText(wording)
  }

  /// The feed, the latest change first.
  public func atom(_ changes: [Change]) -> String {
    let updated = changes.map(\.noticed).max() ?? Timestamp(secondsSinceEpoch: 0)
    let head = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(wording.language.rawValue)">
        <id>\(Self.id)</id>
        <title>\(XMLText.escaped(wording("change.feed")))</title>
        <updated>\(updated)</updated>
        <author><name>progsearch</name></author>

      """
    return head + changes.reversed().map(entry).joined() + "</feed>\n"
  }

  private func entry(_ change: Change) -> String {
    let title = "\(text.hospital(change)): \(text.sentence(change))"
    let link = change.page.flatMap(Self.link).map { "    <link href=\"\($0)\"/>\n" } ?? ""
    return """
        <entry>
          <id>urn:uuid:\(Self.identifier(of: change))</id>
          <title>\(XMLText.escaped(title))</title>
          <updated>\(change.noticed)</updated>
      \(link)    <content>\(XMLText.escaped(content(change)))</content>
        </entry>

      """
  }

  private func content(_ change: Change) -> String {
    let before = change.before.map(text.proofs)?.map { wording("change.before") + " " + $0 }
    let after = change.after.map(text.proofs)?.map { wording("change.now") + " " + $0 }
    return ([text.sentence(change)] + (before ?? []) + (after ?? [])).joined(separator: "\n")
  }

  /// An address that may be a link: only of the web, with what addresses lack escaped.
  private static func link(_ address: String) -> String? {
    WebLink.address(address).map(XMLText.escaped)
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
