/// A word of at most 16 Latin letters as two numbers, in lower case: what says of an element what it is.
struct HintWord: Equatable {
  private var first: UInt64 = 0
  private var rest: UInt64 = 0
  private var length = 0

  /// A word that is known; it must not be longer.
  init(_ word: StaticString) {
    self.init()
    word.withUTF8Buffer { $0.forEach { add($0) } }
  }

  private init() {}

  private mutating func add(_ letter: UInt8) {
    if length < 8 {
      first |= UInt64(letter) << UInt64(8 * length)
    } else if length < 16 {
      rest |= UInt64(letter) << UInt64(8 * (length - 8))
    }
    length += 1
  }

  /// The words between signs and figures, in lower case; letters of other scripts make a word another one.
  static func words(of value: String) -> [HintWord] {
    guard value.utf8.allSatisfy({ $0 < 0x80 }) else {
      return value.lowercased().split { !$0.isLetter }.map { part in
        var word = HintWord()
        part.utf8.forEach { word.add($0) }
        return word
      }
    }
    var words: [HintWord] = []
    var word = HintWord()
    for byte in value.utf8 {
      let letter = byte | 0x20
      if (0x61...0x7A).contains(letter), byte >= 0x41 {
        word.add(letter)
      } else if word.length > 0 {
        words.append(word)
        word = HintWord()
      }
    }
    if word.length > 0 { words.append(word) }
    return words
  }
}
