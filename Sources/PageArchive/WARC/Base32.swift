/// Writes bytes in base 32 (RFC 4648, section 6), padded.
func base32(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
  var text: [UInt8] = []
  var buffer: UInt16 = 0
  var bits = 0
  for byte in bytes {
    buffer = (buffer << 8) | UInt16(byte)
    bits += 8
    while bits >= 5 {
      bits -= 5
      text.append(alphabet[Int(buffer >> UInt16(bits)) & 31])
    }
  }
  if bits > 0 { text.append(alphabet[Int(buffer << UInt16(5 - bits)) & 31]) }
  while text.count % 8 != 0 { text.append(UInt8(ascii: "=")) }
  return String(decoding: text, as: UTF8.self)
}
