/// One line of a robots.txt.
public struct RobotsLine: Hashable, Sendable {
  /// The number of the line, from 1.
  public let number: Int
  /// The text of the line, without the white space around it.
  public let text: String
}

extension RobotsLine: CustomStringConvertible {
  /// The line as `line 3: Disallow: /private`.
  public var description: String { "line \(number): \(text)" }
}

extension RobotsLine {
  /// The lines of a file, ended by CR, LF or both, without a byte order mark.
  static func lines(in bytes: some Sequence<UInt8>) -> [RobotsLine] {
    var bytes = Array(bytes)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines: [RobotsLine] = []
    while !bytes.isEmpty {
      let end = bytes.firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex
      let text = String(decoding: bytes[..<end], as: UTF8.self)
      lines.append(RobotsLine(number: lines.count + 1, text: trimmed(text)))
      let rest = bytes[end...]
      bytes = rest.dropFirst(rest.starts(with: [13, 10]) ? 2 : 1)
    }
    return lines
  }

  /// The key in lower case and the value, without comment; nil where the line has no colon.
  var record: (key: String, value: String)? {
    let content = text.prefix { $0 != "#" }
    guard let colon = content.firstIndex(of: ":") else { return nil }
    let key = Self.trimmed(content[..<colon]).lowercased()
    return (key, Self.trimmed(content[content.index(after: colon)...]))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let start = text.drop(while: blank)
    guard let last = start.lastIndex(where: { !blank($0) }) else { return "" }
    return String(start[...last])
  }
}
