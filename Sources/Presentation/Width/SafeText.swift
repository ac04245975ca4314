/// Text from the web that may be shown: nothing in it moves a cursor, rings or reorders letters.
public enum SafeText {
  /// The text without control, format and private characters; line ends and tabs become blanks.
  public static func line(_ text: String) -> String {
    // Nearly every text is shown as it is.
    if text.unicodeScalars.allSatisfy(isHarmless) { return text }
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
    switch scalar.value {
    // Most of what stands in pages, told without asking for its category.
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x377, 0x2010...0x2027, 0x2030...0x205E, 0x3000...0x303F,
      0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FEF, 0xFF01...0xFF5E:
      true
    default: isHarmlessByCategory(scalar)
    }
  }

  private static func isHarmlessByCategory(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
