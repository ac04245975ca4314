/// The forms that a word of a table stands for: braces hold parts to choose from, one of which may be empty.
enum WordForms {
  /// All forms of a word (`必要{は|が|}ない`), in the order of its choices; without braces it is its only form.
  ///
  /// A choice that begins with `=` is the name of a set that holds the choices.
  static func all(of word: String, sets: [String: [String]] = [:]) -> [String] {
    // In bytes, as the tables are cut: letter by letter would take ten times as long at every start.
    let word = Array(word.utf8)
    var forms: [[UInt8]] = [[]]
    var rest = word[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let inside = rest[(open + 1)..<close]
      let named = sets[String(decoding: inside.dropFirst(), as: UTF8.self)] ?? []
      let choices =
        inside.first == UInt8(ascii: "=")
        ? named.map { Array($0.utf8)[...] }
        : inside.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      let before = rest[..<open]
      forms = forms.flatMap { form in choices.map { form + before + $0 } }
      rest = rest[(close + 1)...]
    }
    let hasChoices = rest.count < word.count
    return forms.map { form in
      String(decoding: hasChoices ? withSingleBlanks(form + rest) : word, as: UTF8.self)
    }
  }

  /// A form without the blank that an empty choice leaves beside another one, or at an end.
  private static func withSingleBlanks(_ form: [UInt8]) -> [UInt8] {
    let blank = UInt8(ascii: " ")
    var single: [UInt8] = []
    single.reserveCapacity(form.count)
    for byte in form where byte != blank || single.last.map({ $0 != blank }) ?? false {
      single.append(byte)
    }
    if single.last == blank { single.removeLast() }
    return single
  }
}
