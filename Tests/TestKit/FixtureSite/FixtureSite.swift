import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A made-up web site on the loopback interface, at a port that the system chooses.
///
/// It answers from routes in memory, honours `If-None-Match` and `If-Modified-Since`, can misbehave,
/// and keeps a log of its requests. What is on no route is answered with 404.
///
///     let site = try await FixtureSite.start(["/": .page("<a href=guide>…</a>", etag: "\"1\"")])
///     defer { … try await site.stop() }
public final class FixtureSite: Sendable {
  /// The port on 127.0.0.1.
  public let port: Int
  private let channel: any Channel
  private let state: SharedState

  /// What the connections of a site share.
  typealias SharedState = MutexBox<FixtureState>

  private init(channel: any Channel, state: SharedState) {
    self.channel = channel
    self.state = state
    port = channel.localAddress?.port ?? 0
  }

  /// Starts a site; keys are paths with their query.
  public static func start(_ routes: [String: FixtureRoute]) async throws -> FixtureSite {
    let state = SharedState(FixtureState(routes: routes))
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(FixtureHandler(state: state))
        }
      }
    let channel = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
    return FixtureSite(channel: channel, state: state)
  }

  /// Runs something with a site, which is stopped afterwards.
  public static func with<Value>(
    _ routes: [String: FixtureRoute], run body: (FixtureSite) async throws -> Value
  ) async throws -> Value {
    let site = try await start(routes)
    do {
      let value = try await body(site)
      try await site.stop()
      return value
    } catch {
      try? await site.stop()
      throw error
    }
  }

  /// The address of a path, under a made-up name of the host where one is given.
  public func url(_ path: String, host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(path)"
  }

  /// Sets what a path does from now on; nil takes it away.
  public func set(_ path: String, to route: FixtureRoute?) {
    state.withLock { $0.routes[path] = route }
  }

  /// The requests so far, in the order in which they came.
  public var requests: [FixtureRequest] { state.withLock { $0.requests } }

  /// The most connections that were open at a time.
  public var mostConnections: Int { state.withLock { $0.mostConnections } }

  /// Forgets the requests so far.
  public func clearLog() {
    state.withLock { state in
      state.requests = []
      state.mostConnections = state.openConnections
    }
  }

  /// Takes no more connections.
  public func stop() async throws {
    try await channel.close()
  }
}

/// A value that several tasks and event loops share.
final class MutexBox<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: Value) {
    self.value = Mutex(value)
  }

  func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    value.withLock { value in body(&value) }
  }
}
