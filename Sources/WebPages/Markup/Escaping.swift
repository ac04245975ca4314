import Presentation

/// Makes text harmless between tags and between double quotes.
enum Escaping {
  /// For each byte how many more its entity has; 8 for controls and for the first bytes of characters among
  /// which there are treacherous ones.
  private static let weights: [UInt8] = (0...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"): 3
    case UInt8(ascii: "&"), UInt8(ascii: "'"): 4
    case UInt8(ascii: "\""): 5
    case 0..<0x20, 0x7F, 0xC2, 0xCD, 0xD8...0xDF, 0xE1, 0xE2, 0xEE, 0xEF, 0xF0...: 8
    default: 0
    }
  }

  static func escaped(_ text: String) -> String {
    var text = text
    var (extra, isSuspicious) = weighed(&text)
    if isSuspicious {
      text = SafeText.line(text)
      (extra, _) = weighed(&text)
    }
    guard extra > 0 else { return text }
    return String(unsafeUninitializedCapacity: text.utf8.count + extra) { buffer in
      var place = 0
      func put(_ entity: StaticString) {
        for offset in 0..<entity.utf8CodeUnitCount {
          buffer[place + offset] = entity.utf8Start[offset]
        }
        place += entity.utf8CodeUnitCount
      }
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "<"): put("&lt;")
        case UInt8(ascii: ">"): put("&gt;")
        case UInt8(ascii: "&"): put("&amp;")
        case UInt8(ascii: "\""): put("&quot;")
        case UInt8(ascii: "'"): put("&#39;")
        default:
          buffer[place] = byte
          place += 1
        }
      }
      return place
    }
  }

  /// How many bytes entities add, and whether there may be treacherous characters.
  private static func weighed(_ text: inout String) -> (extra: Int, isSuspicious: Bool) {
    text.withUTF8 { bytes in
      weights.withUnsafeBufferPointer { weights in
        var extra = 0
        var seen: UInt8 = 0
        for byte in bytes {
          let weight = weights[Int(byte)]
          seen |= weight
          extra += Int(weight & 7)
        }
        return (extra, seen & 8 != 0)
      }
    }
  }
}
