import Foundation

/// The words of HTML as it is written: what stands between the tags, and in some attributes.
struct MarkedWords {
  /// All words in the order of the source.
  private var plain = ""
  /// The words without the readings that stand over kanji.
  private var unread = ""
  /// The words with the texts of images at their places.
  private var pictured = ""
  /// The attributes that people read, each on a line of its own.
  private var attributes = ""
  private var isHidden = false
  private var isReading = false

  /// The words in every order in which they may fairly be quoted.
  static func orders(in html: String) -> [String] {
    var words = MarkedWords()
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      words.take(rest[..<start])
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else if rest.dropFirst().first.map({ $0.isLetter || "/!?".contains($0) }) == true {
        let end = rest.firstIndex(of: ">") ?? rest.endIndex
        words.takeTag(rest[rest.index(after: start)..<end])
        rest = end == rest.endIndex ? "" : rest[rest.index(after: end)...]
      } else {
        words.take(rest.prefix(1))
        rest = rest.dropFirst()
      }
    }
    words.take(rest)
    return [words.plain, words.unread, words.pictured, words.attributes]
  }

  private mutating func take(_ text: Substring) {
    guard !isHidden else { return }
    let words = CharacterReferences.resolved(text)
    plain += words
    pictured += words
    if !isReading { unread += words }
  }

  private mutating func takeTag(_ tag: Substring) {
    let name = tag.prefix { !$0.isWhitespace }.lowercased()
    switch name {
    case "script", "style": isHidden = true
    case "/script", "/style": isHidden = false
    case "rt", "rp": isReading = true
    case "/rt", "/rp", "/ruby": isReading = false
    default: takeAttributes(of: tag)
    }
  }

  private mutating func takeAttributes(of tag: Substring) {
    let pattern = /(alt|title|content|href|value|summary)\s*=\s*(?:"([^"]*)"|'([^']*)')/
      .ignoresCase()
    for match in tag.matches(of: pattern) {
      let value = CharacterReferences.resolved(match.output.2 ?? match.output.3 ?? "")
      attributes += (value.removingPercentEncoding ?? value) + "\n"
      if match.output.1.lowercased() == "alt" { pictured += value }
    }
  }
}
