import Crypto

/// The SHA-256 of some content.
public struct ContentDigest: Hashable, Sendable {
  /// The digest as 64 lower-case hexadecimal digits.
  public let hexadecimal: String

  /// Computes the digest of some bytes.
  public init(of bytes: [UInt8]) {
    hexadecimal = Self.hexadecimal(Array(SHA256.hash(data: bytes)))
  }

  /// Takes a digest that was computed before.
  init(hexadecimal: String) {
    self.hexadecimal = hexadecimal
  }

  /// The digest as WARC writes it.
  var warc: String {
    let digits = hexadecimal.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
      digits[$0] << 4 | digits[$0 + 1]
    }
    return "sha256:" + base32(bytes)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension ContentDigest: CustomStringConvertible {
  /// The digest in hexadecimal.
  public var description: String { hexadecimal }
}

/// The digest of some pieces in a row as WARC writes it: the name of the algorithm, and the bytes in base 32.
func warcDigest(of pieces: [UInt8]...) -> String {
  var hash = SHA256()
  for piece in pieces { hash.update(data: piece) }
  return "sha256:" + base32(Array(hash.finalize()))
}
