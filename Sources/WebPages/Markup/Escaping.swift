import Presentation

/// Makes text harmless between tags and between double quotes.
enum Escaping {
  static func escaped(_ text: String) -> String {
    var extra = 0
    var isSuspicious = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"): extra += 3
      case UInt8(ascii: "&"), UInt8(ascii: "'"): extra += 4
      case UInt8(ascii: "\""): extra += 5
      // Controls, and the first bytes of characters among which there are treacherous ones.
      case 0..<0x20, 0x7F, 0xC2, 0xCD, 0xD8...0xDF, 0xE1, 0xE2, 0xEE, 0xEF, 0xF0...:
        isSuspicious = true
      default: continue
      }
    }
    let text = isSuspicious ? SafeText.line(text) : text
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
}
