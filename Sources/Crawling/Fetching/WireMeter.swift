import NIOCore
import Synchronization

/// What has come over the wire from one host, and until when it may, which has one connection and one request at a time.
///
/// It is counted before anything is decoded, so that an answer without an end is cut off also where what
/// comes is no content: endless heads, chunks or interim answers.
final class WireMeter: Sendable {
  private struct State {
    /// The bytes since the latest request was sent.
    var bytes = 0
    /// How many requests the connection has had.
    var requests = 0
    /// When the answer to the latest request has to be there.
    var deadline = NIODeadline.distantFuture
  }

  private let state = Mutex(State())
  private let limit: Int

  /// Makes a meter; an answer of more bytes is cut off.
  init(limit: Int) {
    self.limit = limit
  }

  /// The bytes that have come since the latest request was sent.
  var bytes: Int { state.withLock(\.bytes) }

  /// Whether the connection, which had served requests before, gave nothing in answer to the latest.
  var isStale: Bool { state.withLock { $0.requests > 1 && $0.bytes == 0 } }

  /// When the answer to the latest request has to be there.
  fileprivate var deadline: NIODeadline { state.withLock(\.deadline) }

  /// Takes note of a new connection, which is made for the latest request.
  func begin() {
    state.withLock { state in
      state.bytes = 0
      state.requests = 1
    }
  }

  /// Begins to count anew, since a request is about to be sent.
  func beginRequest(until deadline: NIODeadline) {
    state.withLock { state in
      state.deadline = deadline
      state.bytes = 0
      state.requests += 1
    }
  }

  /// Counts what came; false where that is too much.
  fileprivate func note(_ count: Int) -> Bool {
    state.withLock { state in
      state.bytes += count
      return state.bytes <= limit
    }
  }
}

/// Counts the bytes of a connection, and closes it where they are too many, or come too late: however slowly an
/// answer drips, it has to be whole in time.
final class WireHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  private let meter: WireMeter
  private let failure: FetchFailure
  /// What ends the answer to the request that was last sent.
  private var end: (deadline: NIODeadline, task: Scheduled<Void>)?

  init(_ meter: WireMeter, failure: FetchFailure) {
    self.meter = meter
    self.failure = failure
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let deadline = meter.deadline
    if end?.deadline != deadline {
      end?.task.cancel()
      let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
      let task = context.eventLoop.scheduleTask(deadline: deadline) { [meter] in
        // The next request has its own time, also before its first byte is written.
        guard meter.deadline == deadline else { return }
        bound.value.fireErrorCaught(FetchFailure.timedOut)
        bound.value.close(promise: nil)
      }
      end = (deadline, task)
    }
    context.write(data, promise: promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard meter.note(unwrapInboundIn(data).readableBytes) else {
      context.fireErrorCaught(failure)
      return context.close(promise: nil)
    }
    context.fireChannelRead(data)
  }

  func handlerRemoved(context: ChannelHandlerContext) { end?.task.cancel() }
}
