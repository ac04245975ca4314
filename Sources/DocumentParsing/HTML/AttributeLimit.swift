/// Takes tags apart from their attributes where these are too many: the parser compares each with all
/// others, and a million would keep it for hours.
enum AttributeLimit {
  /// The most attributes that a tag may have.
  private static let most = 200
  /// Shorter pages cannot hold enough attributes to do harm.
  private static let harmless = 16 << 10

  /// The page, every tag of it cut behind its first attributes.
  static func applied(to html: String) -> String {
    guard html.utf8.count > harmless else { return html }
    var html = html
    let cuts = html.withUTF8(cuts)
    guard !cuts.isEmpty else { return html }
    let source = Array(html.utf8)
    var kept: [UInt8] = []
    var start = 0
    for cut in cuts {
      kept += source[start..<cut.lowerBound]
      start = cut.upperBound
    }
    return String(decoding: kept + source[start...], as: UTF8.self)
  }

  /// The attributes that are too many.
  private static func cuts(in source: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var cuts: [Range<Int>] = []
    var place = 0
    while let open = source.place(of: UInt8(ascii: "<"), from: place) {
      guard open + 1 < source.count, source[open + 1].isLetter else {
        place = open + 1
        continue
      }
      let (end, cut) = endOfTag(in: source, from: open + 1)
      if let cut { cuts.append(cut..<end) }
      place = end
    }
    return cuts
  }

  /// Where a tag ends, and where its first attribute too many begins.
  private static func endOfTag(
    in source: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, cut: Int?) {
    var attributes = 0
    var cut: Int?
    var quote: UInt8?
    var place = start
    while place < source.count {
      let byte = source[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if source[place - 1] == UInt8(ascii: "="), byte == 34 || byte == 39 {
        quote = byte
      } else if byte > 32,
        source[place - 1] <= 32 || source[place - 1] == 34 || source[place - 1] == 39
      {
        attributes += 1
        if attributes > most, cut == nil { cut = place }
      }
      place += 1
    }
    return (place, cut)
  }
}
