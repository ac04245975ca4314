/// Text from the web that may be shown: nothing in it moves a cursor, rings or reorders letters.
public enum SafeText {
  /// The text without control, format and private characters; line ends and tabs become blanks.
  public static func line(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar.value == 0x2028
        || scalar.value == 0x2029
      {
        if view.last != " " { view.append(" ") }
      } else if isHarmless(scalar) {
        view.append(scalar)
      }
    }
    return String(view)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
