import Foundation
import RecruitmentModel
import Testing

@testable import PageArchive

@Suite("A WARC record") struct WARCRecordTests {
  private func text(_ record: WARCRecord) -> String {
    String(decoding: record.bytes, as: UTF8.self)
  }

  @Test func `states its block's true length and ends with two empty lines`() {
    let record = WARCRecord.response(of: page())
    #expect(record.bytes.suffix(4) == Array("\r\n\r\n".utf8)[...])
    #expect(WARCScanner.recordLength(record.bytes) == record.bytes.count)
    #expect(text(record).contains("\r\nContent-Length: \(record.block.count)\r\n"))
  }

  @Test func `has an identifier of its own, a random UUID`() throws {
    let ids = (0..<1000).map { _ in WARCRecord.response(of: page()).id }
    #expect(Set(ids).count == ids.count)
    for id in ids {
      let text = String(id.dropFirst("<urn:uuid:".count).dropLast())
      #expect(UUID(uuidString: text)?.uuidString.lowercased() == text)
      #expect(Array(text)[14] == "4" && "89ab".contains(Array(text)[19]))
    }
  }

  @Test(arguments: [
    "WARC/1.1\r\nWARC-Type: response\r\n", "\r\nWARC-Record-ID: <urn:uuid:",
    "\r\nWARC-Date: 2026-11-18T11:06:40Z\r\n", "\r\nWARC-Target-URI: http://a.example/\r\n",
    "\r\nContent-Type: application/http;msgtype=response\r\n", "\r\nWARC-Payload-Digest: sha256:",
    "\r\nWARC-Block-Digest: sha256:", "\r\n\r\nHTTP/1.1 200 \r\n",
  ])
  func `of an answer has the field`(_ field: String) {
    #expect(text(.response(of: page())).contains(field))
  }

  @Test func `of a request names the answer and holds the request line`() {
    let answer = WARCRecord.response(of: page("http://a.example/x?y=1"))
    let request = text(.request(of: page("http://a.example/x?y=1"), answeredBy: answer))
    #expect(request.contains("\r\nWARC-Concurrent-To: \(answer.id)\r\n"))
    #expect(request.contains("\r\n\r\nGET /x?y=1 HTTP/1.1\r\nHost: a.example\r\n\r\n"))
  }

  @Test func `tells of the stored body and keeps what was said of the sent one`() {
    let block = WARCRecord.response(
      of: page(
        body: "four",
        headers: [
          HeaderField(name: "content-encoding", value: "gzip"),
          HeaderField(name: "Content-Length", value: "24"),
          HeaderField(name: "Transfer-Encoding", value: "chunked"),
        ])
    ).block.bytes
    let head = String(decoding: block, as: UTF8.self)
    #expect(head.contains("\r\nX-Archive-Orig-content-encoding: gzip\r\n"))
    #expect(head.contains("\r\nX-Archive-Orig-Content-Length: 24\r\n"))
    #expect(head.contains("\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n"))
    #expect(head.hasSuffix("\r\nContent-Length: 4\r\n\r\nfour"))
  }

  @Test func `states a true length once`() {
    let fields = [HeaderField(name: "content-length", value: "4")]
    let head = String(
      decoding: WARCRecord.response(of: page(body: "four", headers: fields)).block.bytes,
      as: UTF8.self)
    #expect(head.lowercased().components(separatedBy: "content-length").count == 2)
  }

  @Test func `cannot be broken by line ends in header fields`() throws {
    let block = WARCRecord.response(
      of: page(body: "x", headers: [HeaderField(name: "X", value: "a\r\n\r\nWARC/1.1\u{0}")])
    ).block.bytes
    let message = try #require(HTTPMessage.parse(block[...]))
    #expect(message.body == Array("x".utf8))
    #expect(message.headers.firstValue(of: "X") == "aWARC/1.1")
  }

  @Test(arguments: [
    "", "WARC/1.1\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n", "WARC/1.1\r\n\r\n",
    "WARC/1.1\r\nContent-Length: -5\r\n\r\n", "WARC/1.1\r\nContent-Length: x\r\n\r\n",
    "WARC/1.1\r\nContent-Length: 9223372036854775807\r\n\r\n",
  ])
  func `has no length where it is none`(_ bytes: String) {
    #expect(WARCScanner.recordLength(Array(bytes.utf8)) == nil)
  }
}
