public import ResourceTables

/// A word or a piece of one, as the index holds it.
public struct SearchToken: Hashable, Sendable {
  /// The term: a word with `=` before it, or a pair of characters as it stands.
  public let term: String
  /// Where it stands: the number of scalars before it.
  public let position: Int
  /// How many scalars it covers.
  public let length: Int

  /// Makes a token.
  public init(term: String, position: Int, length: Int) {
    self.term = term
    self.position = position
    self.length = length
  }

  /// Whether it is a whole word.
  public var isWord: Bool { term.utf8.first == UInt8(ascii: "=") }
}

/// Cuts text into the terms of the index, the same way for pages and for queries.
///
/// Japanese is cut twice: into MeCab's words, which rank, and into pairs of neighbouring characters,
/// which find every part of a word. Positions are true: two terms that touch in the text touch in the
/// index. Latin letters and digits make words only. Where a word in Japanese script stands is known from
/// its pairs, so the index need not keep it twice.
public struct SearchAnalyzer: Sendable {
  /// The version of the rules; an index made by another one is refused.
  public static let version = "6"

  let dictionary: SharedDictionary
  /// Numbers that queries spell by their sound.
  public let spokenNumbers: SpokenNumbers
  private let variants: CharacterVariants

  /// Makes an analyser over a dictionary.
  public init(_ dictionary: SharedDictionary) throws(TableError) {
    self.dictionary = dictionary
    spokenNumbers = try SpokenNumbers()
    variants = try CharacterVariants()
  }

  /// Whether places must be kept of a term, given by its bytes: of all but words in Japanese script.
  public static func keepsPlaces(ofTerm bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count > 1, bytes[0] == UInt8(ascii: "=") else { return true }
    return !(String(decoding: bytes[1...], as: UTF8.self).unicodeScalars.first?.isJapanese ?? false)
  }

  /// The terms of a text in the order of their positions.
  public func tokens(in text: String) throws(DictionaryError) -> [SearchToken] {
    let folded = unified(FoldedText(text))
    let tokens = pieces(of: folded) + (try words(of: folded))
    return tokens.sorted { ($0.position, $0.term) < ($1.position, $1.term) }
  }

  /// The pairs of characters of a text, and its words in Latin letters and digits: all that is found
  /// without the dictionary.
  public func pieces(of folded: FoldedText) -> [SearchToken] {
    var tokens: [SearchToken] = []
    var index = 0
    while index < folded.scalars.count {
      let start = index
      let scalar = folded.scalars[index]
      if scalar.isJapanese {
        while index < folded.scalars.count, folded.scalars[index].isJapanese { index += 1 }
        tokens += pairs(folded, start..<index)
      } else if scalar.isDigit || scalar.isLatin || scalar.properties.isAlphabetic {
        index = folded.scalars.withUnsafeBufferPointer { Self.endOfWord($0, from: start) }
        let word = folded.string(in: start..<index).filter { $0 != "," }
        tokens.append(token("=" + word, start..<index))
      } else {
        index += 1
      }
    }
    return tokens
  }

  /// A text with old and rare character forms replaced by the usual ones.
  public func unified(_ text: FoldedText) -> FoldedText {
    guard text.scalars.contains(where: variants.contains) else { return text }
    let usual = variants.table
    return text.mappingScalars { usual[$0] ?? $0 }
  }

  /// A word with old and rare character forms replaced by the usual ones.
  public func unified(_ word: String) -> String {
    guard word.unicodeScalars.contains(where: variants.contains) else { return word }
    let usual = variants.table
    return String(String.UnicodeScalarView(word.unicodeScalars.map { usual[$0] ?? $0 }))
  }

  /// The reading of a text in katakana, as the dictionary has it; nil where a part has none.
  public func reading(of text: String) throws(DictionaryError) -> String? {
    let folded = unified(FoldedText(text))
    var reading = ""
    for morpheme in try dictionary.analyzer().morphemes(in: folded) {
      if let part = morpheme.reading {
        reading += part
      } else {
        let surface = folded.string(in: morpheme.range)
        guard ReadingKey.ofKana(surface) != nil else { return nil }
        reading += surface
      }
    }
    return reading.isEmpty ? nil : reading
  }

  /// The words of a text in Japanese script, as the dictionary cuts them; each run of it is cut by itself.
  public func words(of text: FoldedText) throws(DictionaryError) -> [SearchToken] {
    var words: [SearchToken] = []
    var end = 0
    while end < text.scalars.count {
      let start = end
      while end < text.scalars.count, text.scalars[end].isJapanese { end += 1 }
      if end > start {
        words += try dictionary.analyzer().morphemes(in: text, range: start..<end).map {
          token("=" + text.string(in: $0.range), $0.range)
        }
      }
      end += 1
    }
    return words
  }

  /// Pairs of characters; the last character stands alone too, so that every single one can be found.
  private func pairs(_ text: FoldedText, _ run: Range<Int>) -> [SearchToken] {
    run.map { index in
      let end = min(index + 2, run.upperBound)
      return token(text.string(in: index..<end), index..<end)
    }
  }

  /// Digits and letters are words of their own kind; commas inside a number fall out.
  static func endOfWord(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, from start: Int) -> Int {
    let isNumber = scalars[start].isDigit
    var end = start + 1
    while end < scalars.count {
      let scalar = scalars[end]
      let goesOn =
        isNumber
        ? scalar.isDigit || (scalar == "," && groupsDigits(scalars, at: end))
        : scalar.isLetterOfWord
      guard goesOn else { break }
      end += 1
    }
    return end
  }

  /// Whether a comma stands between digits of one number: three digits follow, and no fourth.
  private static func groupsDigits(
    _ scalars: UnsafeBufferPointer<Unicode.Scalar>, at comma: Int
  ) -> Bool {
    scalars[(comma + 1)...].prefix { $0.isDigit }.count == 3
  }

  private func token(_ term: String, _ range: Range<Int>) -> SearchToken {
    SearchToken(term: term, position: range.lowerBound, length: range.count)
  }
}

extension Unicode.Scalar {
  /// Whether a word in another script than Japanese goes on with it; those of ASCII are told at once.
  @inline(__always)
  fileprivate var isLetterOfWord: Bool {
    value < 0x80 ? isLatin : !isJapanese && properties.isAlphabetic
  }
}
