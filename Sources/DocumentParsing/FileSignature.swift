/// Tells kinds of files by their first bytes; what servers claim is often wrong.
enum FileSignature {
  /// What the reader does with a file.
  enum Format: Equatable {
    case text
    case pdf
    case unsupported(mediaType: String)
  }

  private static let known: [(bytes: [UInt8], mediaType: String)] = [
    (Array("PK\u{03}\u{04}".utf8), "application/zip"), ([0x89, 0x50, 0x4E, 0x47], "image/png"),
    ([0xFF, 0xD8, 0xFF], "image/jpeg"), (Array("GIF8".utf8), "image/gif"),
    ([0xD0, 0xCF, 0x11, 0xE0], "application/x-ole-storage"), ([0x1F, 0x8B], "application/gzip"),
    (Array("Rar!".utf8), "application/vnd.rar"), (Array("RIFF".utf8), "application/x-riff"),
    ([0x7F, 0x45, 0x4C, 0x46], "application/x-elf"), (Array("%!PS".utf8), "application/postscript"),
  ]

  /// The kind of a file.
  static func format(of bytes: [UInt8]) -> Format {
    if Array(bytes.prefix(1024)).containsSequence(Array("%PDF-".utf8)) { return .pdf }
    if let found = known.first(where: { bytes.starts(with: $0.bytes) }) {
      return .unsupported(mediaType: found.mediaType)
    }
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let zeros = bytes.withUnsafeBufferPointer { bytes in
      let head = UnsafeBufferPointer(rebasing: bytes.prefix(4096))
      var zeros = 0
      var start = 0
      while let zero = head.place(of: 0, from: start) {
        zeros += 1
        start = zero + 1
      }
      return zeros
    }
    return zeros > 4 && !isUTF16 ? .unsupported(mediaType: "application/octet-stream") : .text
  }

  private static let tags = [
    "<html", "<!doctype", "<head", "<body", "<table", "<div", "<p>", "<h1", "<title", "<br",
  ].map { Array($0.utf8) }

  /// Whether a text has tags that only pages have, in its first 40,000 bytes.
  static func looksLikeHTML(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isTagged($0.prefix(40_000)) }
  }

  private static func isTagged(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    head.indices.contains { place in
      head[place] == UInt8(ascii: "<")
        && tags.contains { tag in
          head[place...].count >= tag.count
            && zip(head[place...], tag).allSatisfy { $0 | ($0 < 0x40 ? 0 : 0x20) == $1 }
        }
    }
  }
}
