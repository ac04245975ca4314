/// Reads folded text from left to right; every step either takes what it names or takes nothing.
public struct ScalarReader: Sendable {
  /// The text that is read.
  public let text: FoldedText
  /// The next scalar's position.
  public var position: Int
  /// Where reading stops.
  public let end: Int

  /// Makes a reader of a part of a text.
  public init(_ text: FoldedText, in range: Range<Int>? = nil) {
    self.text = text
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? text.scalars.count
  }

  /// Whether nothing is left.
  public var isAtEnd: Bool { position >= end }

  /// The next scalar.
  public var next: Unicode.Scalar? { isAtEnd ? nil : text.scalars[position] }

  /// The scalar before the next one.
  public var previous: Unicode.Scalar? { position > 0 ? text.scalars[position - 1] : nil }

  /// A scalar some places ahead.
  public func peek(_ distance: Int) -> Unicode.Scalar? {
    position + distance < end ? text.scalars[position + distance] : nil
  }

  /// Takes one scalar if it is the one named.
  public mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  /// Takes a word if it stands here.
  public mutating func take(_ word: String) -> Bool {
    guard let end = end(of: word) else { return false }
    position = end
    return true
  }

  /// Where a word ends that stands here.
  private func end(of word: String) -> Int? {
    let scalars = text.scalars
    guard position < end else { return word.isEmpty ? position : nil }
    // Most words fail at their first byte, which is told without decoding the word.
    var bytes = word.utf8.makeIterator()
    guard let lead = bytes.next() else { return position }
    guard UTF8.lead(of: scalars[position]) == lead else { return nil }
    var ahead = position
    for scalar in word.unicodeScalars {
      guard ahead < end, scalars[ahead] == scalar else { return nil }
      ahead += 1
    }
    return ahead
  }

  /// Takes the first of some words that stands here, and returns it.
  public mutating func take(any words: [String]) -> String? {
    guard let end = end(ofAny: words) else { return nil }
    position = end.end
    return end.word
  }

  /// The first of some words that stands here, and where it ends.
  private func end(ofAny words: [String]) -> (word: String, end: Int)? {
    guard position < end else {
      return words.first(where: \.isEmpty).map { ($0, position) }
    }
    // Most words fail at their first byte.
    let lead = UTF8.lead(of: text.scalars[position])
    for word in words where word.firstByte ?? lead == lead {
      if let end = end(of: word) { return (word, end) }
    }
    return nil
  }

  /// Takes scalars as long as they fulfil a condition, and returns how many.
  @discardableResult
  public mutating func take(while condition: (Unicode.Scalar) -> Bool) -> Int {
    let start = position
    while position < end, condition(text.scalars[position]) { position += 1 }
    return position - start
  }

  /// Goes on to the next scalar of a set, or to the end.
  public mutating func skip(to set: ScalarSet) {
    let scalars = text.scalars
    while position < end, !set.contains(scalars[position]) { position += 1 }
  }

  /// Takes blanks; line ends too, if wanted.
  public mutating func skipBlanks(lineEnds: Bool = false) {
    take { $0 == " " || (lineEnds && $0 == "\n") }
  }

  /// Whether a word stands here; nothing is taken.
  public func sees(_ word: String) -> Bool { end(of: word) != nil }

  /// Whether any of some words stands here; nothing is taken.
  public func sees(any words: [String]) -> Bool {
    end(ofAny: words) != nil
  }

  /// Tries a step, and goes back where it gives nothing.
  public mutating func attempt<Value>(_ step: (inout ScalarReader) -> Value?) -> Value? {
    let start = position
    guard let value = step(&self) else {
      position = start
      return nil
    }
    return value
  }
}
