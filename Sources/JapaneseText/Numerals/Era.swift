/// The eras that pages count years in.
enum Era {
  /// The names as they stand in folded text, with the year before the era's first.
  static let names: [(name: String, offset: Int)] = [
    ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("reiwa", 2018), ("heisei", 1988), ("showa", 1925),
    ("令", 2018), ("平", 1988), ("昭", 1925), ("r", 2018), ("h", 1988), ("s", 1925),
  ]

  /// What the names begin with.
  private static let beginnings = ScalarSet("令平昭rhs")

  /// Reads an era's name and its year, such as `令和8`, `令和元`, `r8`; the year of the common era.
  static func year(_ reader: inout ScalarReader) -> Int? {
    guard let next = reader.next, beginnings.contains(next), reader.previous?.isLatin != true else {
      return nil
    }
    return reader.attempt { reader in
      for (name, offset) in names where reader.take(name) {
        reader.skipBlanks()
        if reader.take("元" as Unicode.Scalar) { return offset + 1 }
        guard let number = era(&reader), (1...99).contains(number) else { return nil }
        return offset + number
      }
      return nil
    }
  }

  /// Whether an era's name stands before the reader's position, so that what follows is a year of it.
  static func ends(before reader: ScalarReader) -> Bool {
    var end = reader.position
    while end > 0, reader.text.scalars[end - 1] == " " { end -= 1 }
    return kanjiNames.contains { reader.text.hasWord($0, at: end - $0.count) }
  }

  private static let kanjiNames = names.map { Array($0.name.unicodeScalars) }
    .filter { $0.first?.isKanji == true }

  private static func era(_ reader: inout ScalarReader) -> Int? {
    if let number = NumberReader.digits(&reader, atMost: 2) { return number }
    return reader.next.map { "一二三四五六七八九十".unicodeScalars.contains($0) } == true
      ? NumberReader.number(&reader) : nil
  }
}
