/// The sound of a word in a form that kana and all romanisations share: Hepburn without long vowels.
///
/// `とうほく`, `トウホク`, `Tôhoku`, `Tōhoku`, `touhoku` and `tohoku` have one key, and so have
/// `hirosima` and `hiroshima`.
public enum ReadingKey {
  /// The key of a word in kana; nil where something else than kana stands in it.
  public static func ofKana(_ word: String) -> String? {
    let kana = FoldedText(word).scalars.filter { !$0.isBlank }.map(hiragana)
    guard !kana.isEmpty, kana.allSatisfy({ $0.isHiragana || $0 == "ー" }) else { return nil }
    var romaji = ""
    var index = 0
    while index < kana.count {
      if kana[index] == "っ" {
        let next = index + 1 < kana.count ? syllable(kana, at: index + 1).romaji : ""
        if let first = next.first, first != "a" {
          romaji += next.hasPrefix("ch") ? "t" : String(first)
        }
        index += 1
        continue
      }
      let (syllable, length) = syllable(kana, at: index)
      romaji += syllable
      index += length
    }
    return ofRomaji(romaji)
  }

  /// The key of a word in Latin letters; nil where it cannot be Japanese.
  public static func ofRomaji(_ word: String) -> String? {
    var letters = ""
    for scalar in FoldedText(word).string.unicodeScalars where scalar != "'" && scalar != "-" {
      guard let base = plain[scalar] else { return nil }
      letters += base
    }
    guard !letters.isEmpty else { return nil }
    for (spelling, hepburn) in spellings {
      letters = letters.replacing(spelling, with: hepburn)
    }
    return shortened(letters)
  }

  /// Whether a key is a row of Japanese syllables: `kokusai` is one, `hokaidp` is none.
  public static func isReadable(_ key: String) -> Bool {
    let letters = Array(key)
    return letters.indices.allSatisfy { index in
      let next = index + 1 < letters.count ? letters[index + 1] : nil
      guard !"aiueo".contains(letters[index]), letters[index] != "n" else { return true }
      guard let next, !"lqvx".contains(letters[index]) else { return false }
      return "aiueo".contains(next) || next == letters[index] || (next == "y")
        || ["sh", "ch", "ts", "tc"].contains(String([letters[index], next]))
    }
  }

  /// Other keys that a word in a foreign spelling may be meant to have: `Tokio` is Tokyo, `Ohsaka` Osaka.
  public static func foreignSpellings(of key: String) -> [String] {
    let letters = Array(key)
    var glided = ""
    var unaspirated = ""
    for (index, letter) in letters.enumerated() {
      let before = index > 0 ? letters[index - 1] : " "
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      let isGlide = letter == "i" && "kgnhbpmr".contains(before) && "uo".contains(next)
      glided.append(isGlide ? "y" : letter)
      // `oh` before another consonant is a long o.
      let isLength = letter == "h" && before == "o" && !"aiueo ".contains(next)
      if !isLength { unaspirated.append(letter) }
    }
    return [glided, unaspirated].filter { $0 != key }
  }

  /// Long vowels count as short ones: `ou`, `oo`, `uu` become one letter, and `m` before lips `n`.
  private static func shortened(_ letters: String) -> String {
    var key: [Character] = []
    for letter in letters {
      if let last = key.last {
        if letter == last, "aiueo".contains(letter) { continue }
        if letter == "u", last == "o" { continue }
      }
      key.append(letter)
    }
    return String(key).replacing("mb", with: "nb").replacing("mp", with: "np")
      .replacing("mm", with: "nm")
  }

  private static let plain: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "ā": "a", "â": "a", "ī": "i", "î": "i", "ū": "u", "û": "u", "ē": "e", "ê": "e", "ō": "o",
      "ô": "o",
    ]
    for letter in "abcdefghijklmnopqrstuvwxyz".unicodeScalars { table[letter] = String(letter) }
    return table
  }()

  /// Kunrei and keyboard spellings, as Hepburn has them; longer ones first.
  ///
  /// The last two undo what `hu` did to `shu` and `chu`.
  private static let spellings: [(String, String)] = [
    ("sya", "sha"), ("syu", "shu"), ("syo", "sho"), ("tya", "cha"), ("tyu", "chu"), ("tyo", "cho"),
    ("zya", "ja"), ("zyu", "ju"), ("zyo", "jo"), ("jya", "ja"), ("jyu", "ju"), ("jyo", "jo"),
    ("cya", "cha"), ("cyu", "chu"), ("cyo", "cho"), ("tu", "tsu"), ("ttsu", "ttsu"), ("si", "shi"),
    ("ti", "chi"), ("zi", "ji"), ("hu", "fu"), ("di", "ji"), ("du", "zu"), ("la", "ra"),
    ("cchi", "tchi"), ("sfu", "shu"), ("cfu", "chu"),
  ]

  private static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x30A1...0x30F6).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0x60) ?? scalar
  }

  private static func syllable(
    _ kana: [Unicode.Scalar], at index: Int
  ) -> (romaji: String, length: Int) {
    if index + 1 < kana.count, let small = smallVowels[kana[index + 1]],
      let base = syllables[kana[index]]
    {
      return (joined(base, small, isY: "ゃゅょ".unicodeScalars.contains(kana[index + 1])), 2)
    }
    return (syllables[kana[index]] ?? "", 1)
  }

  /// `ki` + ゃ is `kya`, `shi` + ゃ is `sha`, `fu` + ァ is `fa`.
  private static func joined(_ base: String, _ vowel: String, isY: Bool) -> String {
    let stem = base.dropLast()
    guard isY else { return stem + vowel }
    return stem.hasSuffix("sh") || stem.hasSuffix("ch") || stem.hasSuffix("j")
      ? stem + vowel : stem + "y" + vowel
  }

  private static let smallVowels: [Unicode.Scalar: String] = [
    "ゃ": "a", "ゅ": "u", "ょ": "o", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o",
  ]

  private static let syllables: [Unicode.Scalar: String] = {
    let rows: [(String, [String])] = [
      ("あいうえお", ["a", "i", "u", "e", "o"]), ("かきくけこ", ["ka", "ki", "ku", "ke", "ko"]),
      ("さしすせそ", ["sa", "shi", "su", "se", "so"]), ("たちつてと", ["ta", "chi", "tsu", "te", "to"]),
      ("なにぬねの", ["na", "ni", "nu", "ne", "no"]), ("はひふへほ", ["ha", "hi", "fu", "he", "ho"]),
      ("まみむめも", ["ma", "mi", "mu", "me", "mo"]), ("やゆよ", ["ya", "yu", "yo"]),
      ("らりるれろ", ["ra", "ri", "ru", "re", "ro"]), ("わゐゑを", ["wa", "i", "e", "o"]),
      ("がぎぐげご", ["ga", "gi", "gu", "ge", "go"]), ("ざじずぜぞ", ["za", "ji", "zu", "ze", "zo"]),
      ("だぢづでど", ["da", "ji", "zu", "de", "do"]), ("ばびぶべぼ", ["ba", "bi", "bu", "be", "bo"]),
      ("ぱぴぷぺぽ", ["pa", "pi", "pu", "pe", "po"]), ("んゔー", ["n", "bu", ""]),
      ("ぁぃぅぇぉ", ["a", "i", "u", "e", "o"]), ("ゃゅょ", ["ya", "yu", "yo"]),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (kana, romaji) in rows {
      for (scalar, sound) in zip(kana.unicodeScalars, romaji) { table[scalar] = sound }
    }
    return table
  }()
}
