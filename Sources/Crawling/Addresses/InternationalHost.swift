import Foundation

/// Hosts in other letters than those of ASCII, as the network has them: `見本.jp` is `xn--8pvz87e.jp` (RFC 5890, 3492).
enum InternationalHost {
  /// The host in ASCII; nil where it has characters that no host has.
  static func ascii(_ host: String) -> String? {
    let folded = host.precomposedStringWithCompatibilityMapping.lowercased().map {
      $0 == "。" ? "." : $0
    }
    let labels = String(folded).split(separator: ".", omittingEmptySubsequences: false)
    let encoded = labels.compactMap { label -> String? in
      if label.utf8.allSatisfy({ $0 < 0x80 }) { return String(label) }
      guard label.unicodeScalars.count <= longestLabel, label.unicodeScalars.allSatisfy(isOfNames)
      else { return nil }
      return "xn--" + punycode(Array(label.unicodeScalars.map(\.value)))
    }
    return encoded.count == labels.count ? encoded.joined(separator: ".") : nil
  }

  /// No label of a name is longer (RFC 1035, 2.3.4).
  private static let longestLabel = 63

  private static func isOfNames(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .nonspacingMark,
      .spacingMark:
      true
    default: scalar == "-" || scalar == "・" || scalar == "〇"
    }
  }

  // MARK: Punycode

  private static let base: UInt32 = 36
  private static let least: UInt32 = 1
  private static let most: UInt32 = 26
  private static let firstBias: UInt32 = 72
  private static let firstScalar: UInt32 = 0x80
  private static let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789")

  /// Scalars in the letters, digits and dashes of ASCII (RFC 3492, 6.3).
  private static func punycode(_ scalars: [UInt32]) -> String {
    let plain = scalars.filter { $0 < firstScalar }
    var output = plain.compactMap(Unicode.Scalar.init).reduce(into: "") {
      $0.unicodeScalars.append($1)
    }
    if !output.isEmpty { output += "-" }
    var handled = UInt32(plain.count)
    var (next, delta, bias) = (firstScalar, UInt32(0), firstBias)
    while let lowest = scalars.filter({ $0 >= next }).min() {
      delta += (lowest - next) * (handled + 1)
      next = lowest
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        output += number(delta, bias: bias)
        bias = adapted(delta, count: handled + 1, isFirst: handled == plain.count)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return output
  }

  /// A number in digits of varying weight.
  private static func number(_ value: UInt32, bias: UInt32) -> String {
    var (rest, position, text) = (value, base, "")
    while true {
      let threshold = position <= bias ? least : min(max(position - bias, least), most)
      guard rest >= threshold else { break }
      let span = base - threshold
      text.append(digits[Int(threshold + (rest - threshold) % span)])
      rest = (rest - threshold) / span
      position += base
    }
    text.append(digits[Int(rest)])
    return text
  }

  private static func adapted(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
    let (skew, damp): (UInt32, UInt32) = (38, 700)
    var rest = isFirst ? delta / damp : delta / 2
    rest += rest / count
    var position: UInt32 = 0
    while rest > (base - least) * most / 2 {
      rest /= base - least
      position += base
    }
    return position + (base - least + 1) * rest / (rest + skew)
  }
}
