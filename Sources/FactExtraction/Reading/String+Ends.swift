extension String {
  /// The text without the characters at its end that fulfil a condition.
  func trimmingSuffix(while condition: (Character) -> Bool) -> String {
    var view = Substring(self)
    while let last = view.last, condition(last) { view.removeLast() }
    return String(view)
  }

  /// Where a word first stands.
  func range(of word: String) -> Range<String.Index>? {
    firstRange(of: word)
  }
}
