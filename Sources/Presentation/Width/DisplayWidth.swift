/// How many columns of a terminal characters take.
public struct DisplayWidth: Sendable {
  /// Whether characters such as ①, ※ and … take two columns, as in terminals set for East Asia.
  public let ambiguousIsWide: Bool

  /// Makes a measure for a terminal.
  public init(ambiguousIsWide: Bool = false) {
    self.ambiguousIsWide = ambiguousIsWide
  }

  /// The measure of most terminals.
  public static let usual = DisplayWidth()

  /// The width of a text on most terminals.
  public static func of(_ text: some StringProtocol) -> Int { usual.of(text) }

  /// The width of a text; text that was cleaned for terminals is expected.
  public func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The width of one character as a reader sees it: that of its parts together, marks add nothing.
  func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex { return of(first) }
    var sum = 0
    for scalar in scalars where !(scalar.properties.isEmojiModifier && sum > 0) {
      sum += of(scalar)
    }
    // Pictures that are joined, and those that a selector asks for, are one wide picture.
    if scalars.contains("\u{200D}") { return 2 }
    let asksForPicture = scalars.contains("\u{FE0F}") && first.properties.isEmoji
    if asksForPicture || Self.isFlag(scalars) { return 2 }
    // A vowel sign that stands beside its letter has room of its own.
    let isSpaced = scalars.contains { $0.properties.generalCategory == .spacingMark }
    return isSpaced ? max(sum, 2) : sum
  }

  /// Whether a character is two letters that stand for a flag.
  private static func isFlag(_ scalars: String.UnicodeScalarView) -> Bool {
    scalars.count == 2 && scalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
  }

  func of(_ scalar: Unicode.Scalar) -> Int {
    // What nearly all text is made of, at once: ASCII, kana, kanji.
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF60: return 2
    case 0..<0x20, 0x7F: return 0
    default: break
    }
    return switch WidthTable.shared.width(of: scalar) {
    case .some(.none): 0
    case .wide: 2
    case .ambiguous: ambiguousIsWide ? 2 : 1
    case nil: 1
    }
  }
}
