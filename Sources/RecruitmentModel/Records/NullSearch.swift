/// Looks for `null` in JSON, which a record never holds: what is unknown is left out.
enum NullSearch {
  /// The key whose value is `null` or holds one; nil where there is none.
  ///
  /// The JSON must be well formed: a decoder has read it before.
  static func key(ofNullIn json: some Sequence<UInt8>) -> String? {
    var key: [UInt8] = []
    var text: [UInt8] = []
    var isInText = false
    var isEscaped = false
    for byte in json {
      if isInText {
        isInText = isEscaped || byte != UInt8(ascii: "\"")
        if isInText { text.append(byte) }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "\"") {
        isInText = true
        text = []
      } else if byte == UInt8(ascii: ":") {
        key = text
      } else if byte == UInt8(ascii: "n") {
        return String(decoding: key, as: UTF8.self)
      }
    }
    return nil
  }
}
