public import ResourceTables

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Text decoded from bytes, with what decided the charset.
public struct DecodedText: Sendable {
  /// What decided the charset.
  public enum Decision: String, Sendable {
    case byteOrderMark = "byte order mark"
    case header = "HTTP header"
    case meta = "declaration in the page"
    case bytes = "the bytes themselves"
  }

  /// The text; bytes that fit nothing are U+FFFD.
  public let text: String
  /// The charset's usual name.
  public let charset: String
  /// What decided it.
  public let decision: Decision
  /// A declaration that the bytes contradicted, if any.
  public let overruled: String?
  /// Whether no charset fits: more bytes are left over than a slip or two explains.
  public var isDoubtful = false
}

/// Turns the bytes of a page into text.
public struct CharsetDecoder: Sendable {
  /// The usual name and iconv's name, by label.
  private let charsets: [String: (name: String, iconv: String)]

  /// Reads the table of labels.
  public init() throws(TableError) {
    let table = try ResourceTable(
      name: "charsets.tsv", bytes: PackageResources.charsets_tsv,
      columns: ["label", "charset", "iconv"])
    charsets = Dictionary(
      table.rows.map { ($0["label"], ($0["charset"], $0["iconv"])) },
      uniquingKeysWith: { one, _ in one })
  }

  /// Decodes a page: byte order mark, then header, then the declaration in the page, then the bytes.
  ///
  /// A declaration under which bytes are left over is overruled where another charset fits them all.
  public func decode(_ bytes: [UInt8], contentType: String? = nil) -> DecodedText {
    if let mark = Self.byteOrderMarks.first(where: { bytes.starts(with: $0.bytes) }) {
      let text = Self.converted(Array(bytes.dropFirst(mark.bytes.count)), from: mark.name).text
      return DecodedText(
        text: text, charset: mark.name, decision: .byteOrderMark, overruled: nil)
    }
    let declared: [(label: String, decision: DecodedText.Decision)] =
      [
        contentType.flatMap(Self.label(inContentType:)).map { ($0, .header) },
        Self.labelDeclared(in: bytes).map { ($0, .meta) },
      ].compactMap { $0 }
    var leftover: String?
    for (label, decision) in declared {
      guard let charset = charsets[label.lowercased()] else {
        leftover = leftover ?? label
        continue
      }
      let (text, faults) = Self.converted(bytes, from: charset.iconv)
      if faults == 0, !Self.contradicts(bytes, charset.name) {
        return DecodedText(
          text: text, charset: charset.name, decision: decision, overruled: leftover)
      }
      leftover = leftover ?? label
    }
    return detected(bytes, declared: declared.first?.label, overruled: leftover)
  }

  /// The charset that fits the bytes best; a declared one wins where none fits wholly.
  private func detected(_ bytes: [UInt8], declared: String?, overruled: String?) -> DecodedText {
    var candidates = Self.candidates
    if let declared, let charset = charsets[declared.lowercased()] {
      candidates.insert((charset.name, charset.iconv), at: 0)
    }
    if bytes.containsSequence([0x1B, 0x24]) || bytes.containsSequence([0x1B, 0x28]) {
      candidates.insert(("ISO-2022-JP", "ISO-2022-JP"), at: 0)
    } else {
      candidates.removeAll { $0.name == "ISO-2022-JP" }
    }
    let tried = candidates.map { candidate in
      let (text, faults) = Self.converted(bytes, from: candidate.iconv)
      return (candidate.name, text, faults, Self.strangeness(of: text))
    }
    let best = tried.enumerated().min {
      ($0.element.2, $0.element.3, $0.offset) < ($1.element.2, $1.element.3, $1.offset)
    }
    guard let best = best?.element else {
      return DecodedText(text: "", charset: "UTF-8", decision: .bytes, overruled: overruled)
    }
    let wasDeclared = declared.flatMap { charsets[$0.lowercased()]?.name } == best.0
    let isDoubtful =
      best.2 > Self.mostSlips && best.2 * Self.leastShare > bytes.count(where: { $0 >= 0x80 })
    return DecodedText(
      text: best.1, charset: best.0, decision: wasDeclared ? .meta : .bytes,
      overruled: wasDeclared ? nil : overruled, isDoubtful: isDoubtful)
  }

  private static let candidates: [(name: String, iconv: String)] = [
    ("UTF-8", "UTF-8"), ("EUC-JP", "EUC-JP-MS"), ("Shift_JIS", "CP932"),
  ]

  /// So many bytes may be left over, or one of so many, before a charset does not fit.
  private static let mostSlips = 4
  private static let leastShare = 50

  private static let byteOrderMarks: [(bytes: [UInt8], name: String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  /// Whether bytes that decode all the same show that the charset is another one.
  private static func contradicts(_ bytes: [UInt8], _ charset: String) -> Bool {
    charset != "ISO-2022-JP" && bytes.containsSequence([0x1B, 0x24, 0x42])
  }

  /// How unlike Japanese a text is: half-width kana and private characters, by share.
  private static func strangeness(of text: String) -> Int {
    var strange = 0
    var kana = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF61...0xFF9F, 0xE000...0xF8FF, 0x80...0x9F: strange += 1
      case 0x3041...0x30FF: kana += 1
      default: break
      }
    }
    return strange - min(kana, strange)
  }

  // MARK: Declarations

  private static func label(inContentType value: String) -> String? {
    label(after: "charset", in: Array(value.lowercased().utf8))
  }

  /// The label in `<meta charset>`, `<meta http-equiv>` or the XML declaration.
  private static func labelDeclared(in bytes: [UInt8]) -> String? {
    let head = [UInt8](unsafeUninitializedCapacity: min(bytes.count, 4096)) { head, count in
      count = head.count
      for place in 0..<head.count {
        let byte = bytes[place]
        head[place] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
    }
    return label(after: "charset", in: head)
      ?? (head.containsSequence(Array("<?xml".utf8)) ? label(after: "encoding", in: head) : nil)
  }

  private static func label(after key: String, in bytes: [UInt8]) -> String? {
    let key = Array(key.utf8)
    var rest = bytes[...]
    while let start = rest.firstPlace(of: key) {
      rest = rest[(start + key.count)...]
      var value = rest.drop { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
      guard value.first == UInt8(ascii: "=") else { continue }
      value = value.dropFirst().drop { [32, 34, 39].contains($0) }
      let label = value.prefix { byte in
        (48...57).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
          || byte == 58
      }
      if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
    }
    return nil
  }

  // MARK: Conversion

  /// Converts bytes with iconv; every byte that fits nothing becomes U+FFFD and is counted.
  private static func converted(_ bytes: [UInt8], from charset: String) -> (
    text: String, faults: Int
  ) {
    if charset == "UTF-8", let text = String(validating: bytes, as: UTF8.self) { return (text, 0) }
    guard let descriptor = iconv_open("UTF-8", charset), descriptor != iconv_t(bitPattern: -1)
    else {
      return (String(decoding: bytes, as: UTF8.self), bytes.count)
    }
    defer { iconv_close(descriptor) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var faults = 0
    var input = bytes
    input.withUnsafeMutableBytes { source in
      var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = source.count
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while left > 0 {
        let result = buffer.withUnsafeMutableBytes { target -> Int in
          var free = target.count
          var place = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          let result = iconv(descriptor, &next, &left, &place, &free)
          output.append(contentsOf: target.prefix(target.count - free))
          return Int(bitPattern: UInt(bitPattern: Int(result)))
        }
        guard result == -1, errno != E2BIG, left > 0 else { continue }
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        faults += 1
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return (String(decoding: output, as: UTF8.self), faults)
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Where some bytes first stand in a row.
  func firstPlace(of sequence: [UInt8]) -> Int? {
    guard let first = sequence.first else { return startIndex }
    let found = withContiguousStorageIfAvailable { Self.offset(of: sequence, in: $0) }
    if let found { return found.map { startIndex + $0 } }
    var rest = self[...]
    while let found = rest.firstIndex(of: first) {
      rest = rest[found...]
      if rest.starts(with: sequence) { return found }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// How far from their beginning other bytes stand among some that lie side by side.
  private static func offset(
    of sequence: [UInt8], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let start = bytes.baseAddress, let first = sequence.first else { return nil }
    var place = 0
    while place + sequence.count <= bytes.count,
      let found = memchr(start + place, Int32(first), bytes.count - sequence.count + 1 - place)
    {
      place = start.distance(to: found.assumingMemoryBound(to: UInt8.self))
      if memcmp(start + place, sequence, sequence.count) == 0 { return place }
      place += 1
    }
    return nil
  }

  /// Whether some bytes stand somewhere in a row.
  func containsSequence(_ sequence: [UInt8]) -> Bool { firstPlace(of: sequence) != nil }
}
