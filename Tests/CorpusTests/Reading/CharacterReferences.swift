import Foundation

/// Characters that HTML writes with an ampersand.
enum CharacterReferences {
  /// The names that pages of the corpus use.
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "yen": "¥",
    "copy": "©", "middot": "·", "ndash": "–", "mdash": "—", "raquo": "»", "laquo": "«",
    "rarr": "→", "times": "×", "hellip": "…", "bull": "•", "minus": "−", "rsquo": "’",
    "lsquo": "‘", "rdquo": "”", "ldquo": "“", "ensp": " ", "emsp": " ", "thinsp": " ",
    "eacute": "é",
  ]

  /// A text with its references resolved; what is none stays as it is.
  static func resolved(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return String(text).replacing(/&(#[xX]?[0-9a-fA-F]+|[A-Za-z]+);?/) { match in
      character(match.output.1) ?? String(match.output.0)
    }
  }

  private static func character(_ name: Substring) -> String? {
    guard name.hasPrefix("#") else { return names[String(name)] }
    let digits = name.dropFirst()
    let number =
      digits.lowercased().hasPrefix("x")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
