/// The forms that a word of a table stands for: braces hold parts to choose from, one of which may be empty.
enum WordForms {
  /// All forms of a word (`必要{は|が|}ない`), in the order of its choices; without braces it is its only form.
  ///
  /// A choice that begins with `=` is the name of a set that holds the choices.
  static func all(of word: String, sets: [String: [String]] = [:]) -> [String] {
    guard word.utf8.contains(UInt8(ascii: "{")) else { return [word] }
    var forms = [""]
    // Cut by bytes, as the tables are: letter by letter would take ten times as long.
    var rest = Substring(word).utf8
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let before = Substring(rest[..<open])
      let inside = rest[rest.index(after: open)..<close]
      let choices =
        inside.first == UInt8(ascii: "=")
        ? (sets[String(Substring(inside.dropFirst()))] ?? []).map { Substring($0) }
        : inside.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
          .map { Substring($0) }
      forms = forms.flatMap { form in choices.map { form + before + $0 } }
      rest = rest[rest.index(after: close)...]
    }
    return forms.map { withSingleBlanks($0 + Substring(rest)) }
  }

  /// A form without the blank that an empty choice leaves beside another one.
  private static func withSingleBlanks(_ form: String) -> String {
    // A blank at the beginning is one beside another, too.
    var last = UInt8(ascii: " ")
    var isSingle = true
    for byte in form.utf8 {
      if byte == UInt8(ascii: " "), last == byte { isSingle = false }
      last = byte
    }
    if isSingle, last != UInt8(ascii: " ") { return form }
    return form.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      .joined(separator: " ")
  }
}
