import RecruitmentModel

/// One record of a WARC 1.1 file (ISO 28500:2017).
struct WARCRecord {
  /// The kinds of record that the archive writes.
  enum Kind: String {
    case warcinfo, request, response, revisit
  }

  let kind: Kind
  let id: String
  let date: Timestamp
  let contentType: String
  /// Further named fields, such as the target's address.
  let fields: [HeaderField]
  let block: Block

  /// What a record holds: a head, and behind it the content of a page where there is one.
  struct Block {
    let head: [UInt8]
    var body: [UInt8] = []

    var count: Int { head.count + body.count }
    var bytes: [UInt8] { head + body }
  }

  /// Makes a record with a new identifier.
  init(
    _ kind: Kind, date: Timestamp, contentType: String, fields: [HeaderField] = [], block: Block
  ) {
    self.kind = kind
    self.date = date
    self.contentType = contentType
    self.fields = fields
    self.block = block
    id = "<urn:uuid:\(Self.randomUUID())>"
  }

  /// A random UUID (RFC 9562, 5.4); that of Foundation opens a device for each.
  private static func randomUUID() -> String {
    let high = UInt64.random(in: .min ... .max) & ~0xF000 | 0x4000
    let low = UInt64.random(in: .min ... .max) & ~0 >> 2 | 1 << 63
    let digits = [high, low].map { number in
      let text = String(number, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return [
      digits[0].prefix(8), digits[0].dropFirst(8).prefix(4), digits[0].suffix(4),
      digits[1].prefix(4), digits[1].dropFirst(4),
    ].joined(separator: "-")
  }

  /// The record as it stands in a file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// Writes the record behind others.
  func write(to bytes: inout [UInt8]) {
    let all =
      [
        HeaderField(name: "WARC-Type", value: kind.rawValue),
        HeaderField(name: "WARC-Record-ID", value: id),
        HeaderField(name: "WARC-Date", value: date.description),
      ] + fields + [
        HeaderField(name: "WARC-Block-Digest", value: warcDigest(of: block.head, block.body)),
        HeaderField(name: "Content-Type", value: contentType),
        HeaderField(name: "Content-Length", value: String(block.count)),
      ]
    bytes += HTTPMessage.head("WARC/1.1", all)
    bytes += block.head
    bytes += block.body
    bytes += Self.end
  }
}

extension WARCRecord {
  /// What stands behind every record.
  private static let end = Array("\r\n\r\n".utf8)

  /// The record that opens a file and says who wrote it.
  static func information(fileName: String, program: String, date: Timestamp) -> WARCRecord {
    let block = HTTPMessage.lines([
      HeaderField(name: "software", value: program),
      HeaderField(name: "format", value: "WARC File Format 1.1"),
      HeaderField(name: "robots", value: "obey"),
    ])
    return WARCRecord(
      .warcinfo, date: date, contentType: "application/warc-fields",
      fields: [HeaderField(name: "WARC-Filename", value: fileName)], block: Block(head: block))
  }

  /// The answer of a capture.
  static func response(of capture: Capture) -> WARCRecord {
    WARCRecord(
      .response, date: capture.fetchedAt, contentType: "application/http;msgtype=response",
      fields: [
        HeaderField(name: "WARC-Target-URI", value: capture.url),
        HeaderField(name: "WARC-Payload-Digest", value: capture.digest.warc),
      ],
      block: Block(head: HTTPMessage.responseHead(of: capture), body: capture.body))
  }

  /// An answer that brought no new content; it refers to the capture that has it.
  static func revisit(by capture: Capture, of stored: StoredCapture) -> WARCRecord {
    let profile = capture.status == 304 ? "server-not-modified" : "identical-payload-digest"
    return WARCRecord(
      .revisit, date: capture.fetchedAt, contentType: "application/http;msgtype=response",
      fields: [
        HeaderField(name: "WARC-Target-URI", value: capture.url),
        HeaderField(
          name: "WARC-Profile", value: "http://netpreserve.org/warc/1.1/revisit/\(profile)"),
        HeaderField(name: "WARC-Refers-To-Target-URI", value: stored.url),
        HeaderField(name: "WARC-Refers-To-Date", value: stored.fetchedAt.description),
        HeaderField(name: "WARC-Payload-Digest", value: stored.digest.warc),
      ],
      block: Block(head: HTTPMessage.head("HTTP/1.1 \(capture.status) ", capture.headers)))
  }

  /// The request of a capture, tied to its answer.
  static func request(of capture: Capture, answeredBy response: WARCRecord) -> WARCRecord {
    WARCRecord(
      .request, date: capture.fetchedAt, contentType: "application/http;msgtype=request",
      fields: [
        HeaderField(name: "WARC-Target-URI", value: capture.url),
        HeaderField(name: "WARC-Concurrent-To", value: response.id),
      ],
      block: Block(head: HTTPMessage.request(of: capture)))
  }
}
