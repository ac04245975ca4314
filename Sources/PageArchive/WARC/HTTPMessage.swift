/// HTTP/1.1 messages as blocks of WARC records.
enum HTTPMessage {
  /// Fields that spoke of the bytes on the wire, and are false of the stored ones.
  private static let wireFields: Set = ["content-length", "content-encoding", "transfer-encoding"]
  /// What stands before the name of such a field where it is kept, as other archives have it.
  private static let originalPrefix = "X-Archive-Orig-"

  /// The answer as one block: the stored body, and a head that is true of it.
  static func response(of capture: Capture) -> [UInt8] {
    let length = HeaderField(name: "Content-Length", value: String(capture.body.count))
    let fields =
      capture.headers.compactMap { field in
        guard wireFields.contains(field.name.lowercased()) else { return field }
        let isSame = field.name.lowercased() == "content-length" && field.value == length.value
        return isSame ? nil : HeaderField(name: originalPrefix + field.name, value: field.value)
      } as [HeaderField] + [length]
    return head("HTTP/1.1 \(capture.status) ", fields) + capture.body
  }

  /// The request as one block.
  static func request(of capture: Capture) -> [UInt8] {
    head("GET \(target(of: capture.url)) HTTP/1.1", capture.requestHeaders)
  }

  /// A start line and header fields, up to the empty line that ends them.
  static func head(_ startLine: String, _ fields: [HeaderField]) -> [UInt8] {
    Array("\(startLine)\r\n".utf8) + lines(fields) + Array("\r\n".utf8)
  }

  /// Header fields, a line each, without anything that could end a line early.
  static func lines(_ fields: [HeaderField]) -> [UInt8] {
    fields.flatMap { Array("\(oneLine($0.name)): \(oneLine($0.value))\r\n".utf8) }
  }

  /// The body and the header fields of a stored answer; nil where the block is none.
  static func parse(_ block: ArraySlice<UInt8>) -> (headers: [HeaderField], body: [UInt8])? {
    guard let end = endOfHead(in: block) else { return nil }
    return (fields(in: block[..<end]), Array(block[end...]))
  }

  /// The header fields of a head, without its start line.
  static func fields(in head: ArraySlice<UInt8>) -> [HeaderField] {
    String(decoding: head, as: UTF8.self).split(separator: "\r\n").dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return HeaderField(name: String(line[..<colon]), value: String(value))
    }
  }

  /// The place after the empty line that ends a head.
  static func endOfHead(in bytes: ArraySlice<UInt8>) -> Int? {
    let mark: [UInt8] = [13, 10, 13, 10]
    var at = bytes.startIndex
    while let found = bytes[at...].firstIndex(of: 13), found + 4 <= bytes.endIndex {
      if bytes[found..<found + 4].elementsEqual(mark) { return found + 4 }
      at = found + 1
    }
    return nil
  }

  private static func target(of url: String) -> Substring {
    let rest = url.split(separator: "//", maxSplits: 1).last ?? ""
    return rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
  }

  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0 != "\u{7F}" }))
  }
}
