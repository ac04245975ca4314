import Foundation

/// How one scalar is folded; the rules that Unicode's NFKC leaves out are written here.
enum ScalarFolding {
  /// The one scalar that stands for a common one, at once: nearly all that pages are made of.
  @inline(__always)
  static func common(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value + 32))
    case 0x0A, 0x21...0x7E, 0x3041...0x3096, 0x30A1...0x30FC, 0x4E00...0x9FFF, 0x3001...0x3002,
      // Brackets, circled numbers and the signs before items and notes.
      0x3008...0x3011, 0x3014...0x301B, 0x203B, 0x2460...0x24FF, 0x25A0...0x25FF:
      scalar
    case 0x20, 0x3000: " "
    case 0xFF21...0xFF3A: Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFF21 + 0x61))
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFF01 + 0x21))
    default: nil
    }
  }

  /// The scalars that stand for one scalar in folded text; none for what cannot be seen.
  static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x0A: [scalar]
    case 0x41...0x5A: [Unicode.Scalar(UInt8(scalar.value + 32))]
    case 0x21...0x7E: [scalar]
    case 0x3041...0x3096, 0x30A1...0x30FC, 0x4E00...0x9FFF, 0x3001...0x3002: [scalar]
    case 0x00, 0x01...0x09, 0x0B...0x20, 0x85, 0xA0, 0x3000, 0x1680, 0x2000...0x200A,
      0x2028...0x2029, 0x202F, 0x205F:
      [" "]
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF,
      0xE0100...0xE01EF:
      []
    case 0xFF21...0xFF3A: ascii(scalar.value - 0xFF21 + 0x61)
    case 0xFF01...0xFF5E: ascii(scalar.value - 0xFF01 + 0x21)
    case 0x301C, 0x223C, 0x2053: ["~"]
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63: ["-"]
    // Circled and bracketed numbers number items; as digits they would join the number behind them.
    case 0x2460...0x24FF, 0x2776...0x2793, 0x3251...0x325F, 0x32B1...0x32BF: [scalar]
    default: radicals[scalar].map { [$0] } ?? compatible(scalar)
    }
  }

  /// Radicals that PDF files hold in place of whole characters, where NFKC leaves them or gives a
  /// form that is not the Japanese one.
  private static let radicals: [Unicode.Scalar: Unicode.Scalar] = [
    "⺟": "母", "⺠": "民", "⻁": "虎", "⻄": "西", "⻆": "角", "⻑": "長", "⻘": "青", "⻝": "食", "⻤": "鬼",
    "⻨": "麦", "⻩": "黄", "⻫": "斉", "⻭": "歯", "⻯": "竜", "⻲": "亀", "⼾": "戸", "⾭": "青", "⿈": "黄",
    "⿊": "黒",
  ]

  /// A letter and a mark that follows it, such as a kana and its sound mark, as one scalar.
  static func composition(of base: Unicode.Scalar?, with mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard mark.value >= 0x300, mark.properties.canonicalCombiningClass != .notReordered, let base
    else { return nil }
    var view = String.UnicodeScalarView()
    view.append(base)
    view.append(mark)
    let composed = String(view).precomposedStringWithCanonicalMapping.unicodeScalars
    return composed.count == 1 ? composed.first : nil
  }

  private static func ascii(_ value: UInt32) -> [Unicode.Scalar] {
    [Unicode.Scalar(UInt8(value))]
  }

  /// NFKC, and the rules above for what it gives: `﹘` is a dash only after both.
  private static func compatible(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let mapped = String(Character(scalar)).precomposedStringWithCompatibilityMapping.lowercased()
    let scalars = Array(mapped.unicodeScalars)
    return scalars == [scalar] ? scalars : scalars.flatMap(folded)
  }
}
