/// Texts without sense in the characters that pages use, for laws.
enum MadeUpText {
  /// Kanji, kana, blanks, Latin letters, digits, and forms that folding changes.
  static func mixed(length: Int, using random: inout some RandomNumberGenerator) -> String {
    draw("実地修練医師国家試験募集要項がんばるカタカナー・ﾊﾟﾋﾞｱ０１2３abcＡＢ①㈱℡㍻⽉⻭〜－−（）\u{200B}\u{3000} \n、。々", length, &random)
  }

  /// Text that is written without blanks.
  static func japanese(length: Int, using random: inout some RandomNumberGenerator) -> String {
    draw("実地修練医師国家試験募集要項病院推薦書不要のはをにですますカタカナープログラム々〆", length, &random)
  }

  private static func draw(
    _ characters: String, _ length: Int, _ random: inout some RandomNumberGenerator
  ) -> String {
    let scalars = Array(characters.unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<length { view.append(scalars[.random(in: scalars.indices, using: &random)]) }
    return String(view)
  }
}
