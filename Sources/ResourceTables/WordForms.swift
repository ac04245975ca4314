/// The forms that a word of a table stands for: braces hold parts to choose from, one of which may be empty.
enum WordForms {
  /// All forms of a word (`必要{は|が|}ない`), in the order of its choices; without braces it is its only form.
  ///
  /// A choice that begins with `=` is the name of a set that holds the choices.
  static func all(of word: String, sets: [String: [String]] = [:]) -> [String] {
    guard word.utf8.contains(UInt8(ascii: "{")) else { return [word] }
    var forms = [""]
    var rest = Substring(word)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let before = rest[..<open]
      let inside = rest[rest.index(after: open)..<close]
      let choices =
        inside.first == "="
        ? sets[String(inside.dropFirst())] ?? []
        : inside.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      forms = forms.flatMap { form in choices.map { form + before + $0 } }
      rest = rest[rest.index(after: close)...]
    }
    return forms.map { withSingleBlanks($0 + rest) }
  }

  /// A form without the blank that an empty choice leaves beside another one.
  private static func withSingleBlanks(_ form: String) -> String {
    form.split(separator: " ").joined(separator: " ")
  }
}
