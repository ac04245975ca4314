import DocumentParsing
import Testing

@Suite("Charsets")
struct CharsetDecoderTests {
  /// 実地修練 in three charsets.
  static let utf8: [UInt8] = Array("実地修練".utf8)
  static let shiftJIS: [UInt8] = [0x8E, 0xC0, 0x92, 0x6E, 0x8F, 0x43, 0x97, 0xFB]
  static let eucJP: [UInt8] = [0xBC, 0xC2, 0xC3, 0xCF, 0xBD, 0xA4, 0xCE, 0xFD]
  static let jis: [UInt8] =
    [0x1B, 0x24, 0x42, 0x3C, 0x42, 0x43, 0x4F, 0x3D, 0x24, 0x4E, 0x7D, 0x1B, 0x28, 0x42]

  private func decode(_ bytes: [UInt8], header: String? = nil) throws -> DecodedText {
    try CharsetDecoder().decode(bytes, contentType: header)
  }

  @Test("are told by the bytes where nothing declares them")
  func fromBytes() throws {
    for (bytes, name) in [
      (Self.utf8, "UTF-8"), (Self.shiftJIS, "Shift_JIS"), (Self.eucJP, "EUC-JP"),
      (Self.jis, "ISO-2022-JP"),
    ] {
      let decoded = try decode(bytes)
      #expect(decoded.charset == name)
      #expect(decoded.text == "実地修練")
      #expect(decoded.decision == .bytes)
    }
  }

  @Test("are told by the header before the page")
  func fromHeader() throws {
    let page = Array("<meta charset=\"utf-8\">".utf8) + Self.shiftJIS
    let decoded = try decode(page, header: "text/html; charset=Shift_JIS")
    #expect(decoded.decision == .header)
    #expect(decoded.text.hasSuffix("実地修練"))
  }

  @Test(
    "are told by either declaration in the page",
    arguments: [
      "<meta charset=\"x-sjis\">", "<META CHARSET='SHIFT_JIS'>", "<meta charset=shift_jis>",
      "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\">",
      "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>",
    ])
  func fromMeta(declaration: String) throws {
    let decoded = try decode(Array(declaration.utf8) + Self.shiftJIS)
    #expect(decoded.charset == "Shift_JIS")
    #expect(decoded.decision == .meta)
    #expect(decoded.text.hasSuffix("実地修練"))
    #expect(decoded.overruled == nil)
  }

  @Test("are told by a byte order mark before all")
  func fromMark() throws {
    let decoded = try decode([0xEF, 0xBB, 0xBF] + Self.utf8, header: "text/html; charset=EUC-JP")
    #expect(decoded.decision == .byteOrderMark)
    #expect(decoded.text == "実地修練")
    let wide = try decode([0xFF, 0xFE, 0x9F, 0x5B, 0x30, 0x57])
    #expect(wide.charset == "UTF-16LE")
    #expect(wide.text == "実地")
  }

  @Test("that are declared wrongly are overruled by the bytes")
  func overruled() throws {
    for (declared, bytes, actual) in [
      ("utf-8", Self.shiftJIS, "Shift_JIS"), ("utf-8", Self.eucJP, "EUC-JP"),
      ("Shift_JIS", Self.utf8 + [0xE7], "UTF-8"),
    ] {
      let decoded = try decode(Array("<meta charset=\"\(declared)\">".utf8) + bytes)
      #expect(decoded.charset == actual)
      #expect(decoded.text.contains("実地修練"))
      #expect(decoded.overruled == declared.lowercased())
    }
    let jis = try decode(Self.jis, header: "text/html; charset=utf-8")
    #expect(jis.text == "実地修練")
    #expect(jis.overruled == "utf-8")
  }

  @Test("that nobody knows are passed over")
  func unknown() throws {
    let decoded = try decode(Self.utf8, header: "text/html; charset=x-unheard-of")
    #expect(decoded.charset == "UTF-8")
    #expect(decoded.overruled == "x-unheard-of")
  }

  @Test("keep a byte that fits nothing as a mark, and all that stands around it")
  func badByte() throws {
    let page = Array("<meta charset=\"utf-8\">実地".utf8) + [0xFF] + Array("修練生を募集します".utf8)
    let decoded = try decode(page)
    #expect(decoded.charset == "UTF-8")
    #expect(decoded.text.hasSuffix("実地\u{FFFD}修練生を募集します"))
  }

  @Test("of Shift_JIS and EUC-JP have the vendors' circled numbers")
  func vendors() throws {
    #expect(try decode([0x87, 0x40] + Self.shiftJIS).text == "①実地修練")
    #expect(try decode([0xAD, 0xA1] + Self.eucJP).text == "①実地修練")
  }

  @Test("give some text for any bytes")
  func randomBytes() throws {
    var random = SeededGenerator(seed: 11)
    for length in [0, 1, 2, 3, 255, 4096] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(try decode(bytes).text.utf8.count <= 4 * length)
    }
  }
}
