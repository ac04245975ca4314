/// A text with numbered marks in it, which show where the words stand that a test speaks of.
///
/// In `受験料：⟦1⟧10,000円⟦/1⟧` the mark 1 is around the amount. The marks are taken out of the text;
/// what is left of them are ranges. Marks may lie inside each other and may overlap.
public struct MarkedText: Hashable, Sendable {
  /// The text without its marks.
  public let text: String
  /// Where the words of each mark stand in the text, in UTF-8 offsets.
  public let ranges: [Int: Range<Int>]

  /// Takes the marks out of a text.
  ///
  /// - Parameter marked: The text with its marks.
  /// - Throws: The first mark that is not well formed, or has no partner.
  public init(_ marked: String) throws(MarkError) {
    var text = ""
    var opened: [Int: Int] = [:]
    var ranges: [Int: Range<Int>] = [:]
    var rest = marked[...]
    while let mark = try Mark(takenFrom: &rest, copyingTo: &text) {
      let place = text.utf8.count
      if mark.isEnd {
        guard let start = opened.removeValue(forKey: mark.number) else {
          throw .notOpened(mark.number)
        }
        ranges[mark.number] = start..<place
      } else {
        guard opened[mark.number] == nil, ranges[mark.number] == nil else {
          throw .openedTwice(mark.number)
        }
        opened[mark.number] = place
      }
    }
    if let number = opened.keys.min() { throw .notClosed(number) }
    self.text = text
    self.ranges = ranges
  }

  /// The words inside a mark; nil where the text has no such mark.
  public func words(_ number: Int) -> String? {
    ranges[number].map { range in
      let bytes = text.utf8
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      return String(text[start..<bytes.index(start, offsetBy: range.count)])
    }
  }

  /// Puts marks into a text, numbered from 1 in the order of the ranges.
  ///
  /// This is the way back: a test marks what it found and compares the result with what it expects,
  /// so that a failure shows both in one readable line.
  ///
  /// - Parameters:
  ///   - text: The text without marks.
  ///   - ranges: What to mark, in UTF-8 offsets; no range over another.
  /// - Returns: The text with its marks.
  public static func marking(_ text: String, _ ranges: [Range<Int>]) -> String {
    var marked = Array(text.utf8)
    for (index, range) in ranges.enumerated().reversed() {
      marked.insert(contentsOf: Array("⟦/\(index + 1)⟧".utf8), at: range.upperBound)
      marked.insert(contentsOf: Array("⟦\(index + 1)⟧".utf8), at: range.lowerBound)
    }
    return String(decoding: marked, as: UTF8.self)
  }
}

/// What is wrong with the marks of a text.
public enum MarkError: Error, Hashable, Sendable {
  /// What stands between `⟦` and `⟧` is no number, or the mark has no end.
  case malformed(String)
  /// A mark of this number is opened and never closed.
  case notClosed(Int)
  /// A mark of this number is closed and was never opened.
  case notOpened(Int)
  /// A mark of this number is opened although there was one before.
  case openedTwice(Int)
}

/// One `⟦1⟧` or `⟦/1⟧`.
private struct Mark {
  let number: Int
  let isEnd: Bool

  /// Takes everything up to the next mark, and the mark; nil where the text ends without one.
  init?(takenFrom rest: inout Substring, copyingTo text: inout String) throws(MarkError) {
    let before = rest.prefix { $0 != "⟦" }
    text += before
    rest = rest[before.endIndex...].dropFirst()
    guard before.endIndex < before.base.endIndex else { return nil }
    let inside = rest.prefix { $0 != "⟧" }
    isEnd = inside.hasPrefix("/")
    guard inside.endIndex < rest.endIndex, let number = Int(isEnd ? inside.dropFirst() : inside)
    else { throw .malformed(String(inside)) }
    self.number = number
    rest = rest[inside.endIndex...].dropFirst()
  }
}
