/// Tells pages that are written neither in Japanese nor in English, by their letters.
enum WritingSystem {
  /// How many letters are looked at.
  private static let sample = 20_000
  /// A page with fewer letters of another writing is not judged.
  private static let least = 10

  /// What a reader of the log should know of the language; nil where it may be Japanese or English.
  static func remark(on text: String) -> String? {
    var (kana, kanji, others) = (0, 0, 0)
    var left = sample
    for scalar in text.unicodeScalars {
      if left == 0 { break }
      left -= 1
      switch scalar.value {
      case 0..<0x250: break
      case 0x3041...0x30FF, 0xFF66...0xFF9D: kana += 1
      case 0x4E00...0x9FFF: kanji += 1
      case 0x370...0x1FFF, 0xAC00...0xD7A3: others += 1
      default: break
      }
    }
    if others >= least, others > kana + kanji {
      return "the page is in a language that is not read"
    }
    return kana == 0 && kanji >= least ? "the page has no kana; it may be in Chinese" : nil
  }
}
