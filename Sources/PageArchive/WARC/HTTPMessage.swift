/// HTTP/1.1 messages as blocks of WARC records.
enum HTTPMessage {
  /// Fields that spoke of the bytes on the wire, and are false of the stored ones.
  private static let wireFields = ["content-length", "content-encoding", "transfer-encoding"]
  /// What stands before the name of such a field where it is kept, as other archives have it.
  private static let originalPrefix = "X-Archive-Orig-"

  /// The head of an answer, true of the body that is stored.
  static func responseHead(of capture: Capture) -> [UInt8] {
    let length = HeaderField(name: "Content-Length", value: String(capture.body.count))
    let fields =
      capture.headers.compactMap { field in
        guard wireFields.contains(where: field.hasName) else { return field }
        let isSame = field.hasName(length.name) && field.value == length.value
        return isSame ? nil : HeaderField(name: originalPrefix + field.name, value: field.value)
      } as [HeaderField] + [length]
    return head("HTTP/1.1 \(capture.status) ", fields)
  }

  /// The request as one block.
  static func request(of capture: Capture) -> [UInt8] {
    head("GET \(target(of: capture.url)) HTTP/1.1", capture.requestHeaders)
  }

  /// A start line and header fields, up to the empty line that ends them.
  static func head(_ startLine: String, _ fields: [HeaderField]) -> [UInt8] {
    Array(startLine.utf8) + lineEnd + lines(fields) + lineEnd
  }

  /// Header fields, a line each, without anything that could end a line early.
  static func lines(_ fields: [HeaderField]) -> [UInt8] {
    var bytes: [UInt8] = []
    for field in fields {
      bytes += field.name.utf8.lazy.filter(isInLine)
      bytes += separator
      bytes += field.value.utf8.lazy.filter(isInLine)
      bytes += lineEnd
    }
    return bytes
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
    var at = bytes.startIndex
    while let found = bytes[at...].firstIndex(of: 13), found + 4 <= bytes.endIndex {
      if bytes[found + 1] == 10, bytes[found + 2] == 13, bytes[found + 3] == 10 { return found + 4 }
      at = found + 1
    }
    return nil
  }

  private static func target(of url: String) -> Substring {
    let rest = url.split(separator: "//", maxSplits: 1).last ?? ""
    return rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
  }

  private static let lineEnd: [UInt8] = [13, 10]
  private static let separator = Array(": ".utf8)

  private static func isInLine(_ byte: UInt8) -> Bool { byte >= 32 && byte != 127 }
}
