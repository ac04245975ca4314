import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Serves pages from memory on the loopback interface, one thread a connection: enough for an example
/// web, and no more.
final class LoopbackServer: Sendable {
  /// Why no server could be started.
  struct Failure: Error {
    let reason: String
  }

  /// A page as it is served.
  struct Page {
    var type: String
    var body: [UInt8]

    /// The same for the same content.
    var etag: String { "\"\(body.count)-\(body.reduce(5381) { ($0 &* 33) ^ Int($1) })\"" }
  }

  /// The port that the system chose.
  let port: Int
  private let listener: Int32
  private let pages: Mutex<[String: Page]>

  /// Listens on a free port.
  init(_ pages: [String: Page]) throws(Failure) {
    self.pages = Mutex(pages)
    (listener, port) = try Self.listen()
    Thread.detachNewThread { [self] in accept() }
  }

  /// Replaces a page.
  func set(_ path: String, to page: Page) {
    pages.withLock { $0[path] = page }
  }

  /// A page that is served; a folder's is its index.html.
  func page(_ path: String) -> Page? {
    pages.withLock { $0[path.hasSuffix("/") ? path + "index.html" : path] }
  }

  /// Takes no more connections.
  func stop() {
    _ = shutdown(listener, Int32(SHUT_RDWR))
    _ = close(listener)
  }

  private static func listen() throws(Failure) -> (Int32, Int) {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { socket in
        bind(descriptor, socket, length) == 0
          && startListening(descriptor) == 0 && getsockname(descriptor, socket, &length) == 0
      }
    }
    guard descriptor >= 0, isBound else {
      throw Failure(reason: String(cString: strerror(errno)))
    }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  private func accept() {
    while true {
      let connection = Self.nextConnection(listener)
      if connection < 0 { return }
      Thread.detachNewThread { [self] in
        serve(connection)
        _ = close(connection)
      }
    }
  }

  private func serve(_ connection: Int32) {
    var pending: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    while true {
      if let end = Self.endOfHead(pending) {
        let answer = answer(to: String(decoding: pending[..<end], as: UTF8.self))
        pending.removeFirst(end)
        guard Self.send(answer, to: connection) else { return }
        continue
      }
      let count = read(connection, &buffer, buffer.count)
      if count <= 0 || pending.count > 65_536 { return }
      pending += buffer.prefix(count)
    }
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
      .map { $0 + 4 }
  }

  private func answer(to head: String) -> [UInt8] {
    let lines = head.split(separator: "\r\n")
    let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
    guard let page = page(path) else {
      return Self.message("404 Not Found", type: "text/plain", Array("not here\n".utf8))
    }
    let known = lines.first { $0.lowercased().hasPrefix("if-none-match:") }
    if let known, known.hasSuffix(page.etag) {
      return Array("HTTP/1.1 304 Not Modified\r\nETag: \(page.etag)\r\n\r\n".utf8)
    }
    return Self.message("200 OK", type: page.type, etag: page.etag, page.body)
  }

  private static func message(
    _ status: String, type: String, etag: String? = nil, _ body: [UInt8]
  ) -> [UInt8] {
    let tag = etag.map { "ETag: \($0)\r\n" } ?? ""
    return Array(
      "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(tag)Content-Length: \(body.count)\r\n\r\n"
        .utf8) + body
  }

  private static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

extension LoopbackServer {
  /// The calls of the system under names that the methods of the server do not hide.
  fileprivate static func startListening(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.listen(descriptor, 64)
    #else
      Darwin.listen(descriptor, 64)
    #endif
  }

  fileprivate static func nextConnection(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.accept(descriptor, nil, nil)
    #else
      Darwin.accept(descriptor, nil, nil)
    #endif
  }
}
