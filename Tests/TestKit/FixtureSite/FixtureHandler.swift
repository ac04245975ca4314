import NIOCore
import NIOHTTP1

/// One connection to a fixture site.
final class FixtureHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let state: FixtureSite.SharedState
  private var head: HTTPRequestHead?

  init(state: FixtureSite.SharedState) {
    self.state = state
  }

  func channelActive(context: ChannelHandlerContext) {
    state.withLock { $0.open() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    state.withLock { $0.close() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      if let head { answer(head, in: context) }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func answer(_ head: HTTPRequestHead, in context: ChannelHandlerContext) {
    switch log(head) {
    case .answer(let response), .closesOnce(let response): send(response, to: head, in: context)
    case .chunks(let response): send(response, to: head, hasLength: false, in: context)
    case .closesAtOnce: context.close(promise: nil)
    case .neverAnswers: break
    case .endlessBody: sendEndlessly(in: context)
    case .breaksOff(let response): breakOff(response, in: context)
    }
  }

  /// Notes a request and returns what to do with it; unchanged content becomes a 304.
  private func log(_ head: HTTPRequestHead) -> FixtureRoute {
    let fields = head.headers.map { ($0.name.lowercased(), $0.value) }
    let headers = Dictionary(fields) { first, _ in first }
    return state.withLock { state in
      var route = state.routes[head.uri] ?? .status(404)
      if case .answer(let response) = route, Self.isUnchanged(response, headers) {
        let kept = response.headers.filter {
          ["etag", "last-modified"].contains($0.name.lowercased())
        }
        route = .answer(FixtureResponse(status: 304, headers: kept))
      }
      if case .closesOnce(let response) = route {
        state.routes[head.uri] = .answer(response)
        route = .closesAtOnce
      }
      let status: Int? = if case .answer(let response) = route { response.status } else { nil }
      state.requests.append(
        FixtureRequest(
          time: .now, method: head.method.rawValue, path: head.uri, headers: headers,
          openConnections: state.openConnections, status: status))
      return route
    }
  }

  /// `If-None-Match` goes before `If-Modified-Since` (RFC 9110, 13.2.2).
  private static func isUnchanged(_ response: FixtureResponse, _ headers: [String: String]) -> Bool
  {
    guard response.status == 200 else { return false }
    if let etag = headers["if-none-match"] { return etag == response.value(of: "ETag") }
    guard let date = headers["if-modified-since"] else { return false }
    return date == response.value(of: "Last-Modified")
  }

  private func send(
    _ response: FixtureResponse, to request: HTTPRequestHead, hasLength: Bool = true,
    in context: ChannelHandlerContext
  ) {
    let states = hasLength && response.status != 304
    begin(response, length: states ? response.body.count : nil, in: context)
    if response.status != 304 {
      let buffer = context.channel.allocator.buffer(bytes: response.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    if !request.isKeepAlive { context.close(promise: nil) }
  }

  private func breakOff(_ response: FixtureResponse, in context: ChannelHandlerContext) {
    begin(response, length: response.body.count + 1000, in: context)
    let buffer = context.channel.allocator.buffer(bytes: response.body)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer)))).whenComplete { _ in
      bound.value.close(promise: nil)
    }
  }

  /// Sends a piece, and the next one as soon as it has gone out, until the client hangs up.
  private func sendEndlessly(in context: ChannelHandlerContext, isBegun: Bool = false) {
    if !isBegun { begin(FixtureResponse(), length: nil, in: context) }
    let buffer = context.channel.allocator.buffer(repeating: UInt8(ascii: "x"), count: 16_384)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer)))).whenSuccess {
      bound.value.1.eventLoop.execute {
        bound.value.0.sendEndlessly(in: bound.value.1, isBegun: true)
      }
    }
  }

  private func begin(
    _ response: FixtureResponse, length: Int?, in context: ChannelHandlerContext
  ) {
    var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
    if let length { headers.add(name: "Content-Length", value: String(length)) }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
  }
}
