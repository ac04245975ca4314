/// Tells pages that are written neither in Japanese nor in English, by their letters.
enum WritingSystem {
  /// How many letters are looked at.
  private static let sample = 20_000
  /// A page with fewer letters of another writing is not judged.
  private static let least = 10

  /// What a reader of the log should know of the language; nil where it may be Japanese or English.
  static func remark(on text: String) -> String? {
    var (kana, kanji, others) = (0, 0, 0)
    let common = forEachLetter(of: text) { value in
      switch value {
      case 0x3041...0x30FF, 0xFF66...0xFF9D: kana += 1
      case 0x4E00...0x9FFF: kanji += 1
      case 0x370...0x1FFF, 0xAC00...0xD7A3: others += 1
      default: break
      }
    }
    kanji += common
    if others >= least, others > kana + kanji {
      return "the page is in a language that is not read"
    }
    return kana == 0 && kanji >= least ? "the page has no kana; it may be in Chinese" : nil
  }

  /// Calls something for each scalar of the sample that is neither ASCII nor beyond U+FFFF, but for those from
  /// U+5000 to U+9FFF: they are kanji, told by their first byte, and it returns how many they are.
  private static func forEachLetter(of text: String, _ body: (UInt32) -> Void) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var kanji = 0
      var left = sample
      var place = 0
      while left > 0, place < bytes.count {
        if left >= 8, bytes.isASCII(eightFrom: place) {
          place += 8
          left -= 8
          continue
        }
        let lead = bytes[place]
        if (0xE5...0xE9).contains(lead) {
          kanji += 1
          place += 3
          left -= 1
          continue
        }
        func next(_ distance: Int) -> UInt32 { UInt32(bytes[place + distance] & 0x3F) }
        switch lead {
        case ..<0x80: place += 1
        case ..<0xE0:
          body(UInt32(lead & 0x1F) << 6 | next(1))
          place += 2
        case ..<0xF0:
          body(UInt32(lead & 0x0F) << 12 | next(1) << 6 | next(2))
          place += 3
        default: place += 4
        }
        left -= 1
      }
      return kanji
    }
  }
}
