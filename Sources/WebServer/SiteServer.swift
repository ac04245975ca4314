import Foundation
import Hummingbird
import HummingbirdCore
import WebPages

/// Serves the pages of the current index over HTTP until it is told to stop.
package struct SiteServer: Sendable {
  /// How it is reached and what it allows.
  package struct Options: Sendable {
    package var host: String
    package var port: Int
    /// Who may show pages in a frame, as a source list of a Content-Security-Policy.
    package var frameAncestors: String
    /// The time between two looks at the files of the index.
    package var refreshInterval: Duration
    /// Called once connections are taken, with the port.
    package var onRunning: @Sendable (Int) async -> Void
    /// Told what is wrong with a new index; the old one goes on.
    package var onProblem: @Sendable (any Error) -> Void

    /// Makes options.
    package init(
      host: String = "127.0.0.1", port: Int, frameAncestors: String = "'self'",
      refreshInterval: Duration = .seconds(5),
      onRunning: @escaping @Sendable (Int) async -> Void = { _ in },
      onProblem: @escaping @Sendable (any Error) -> Void = { _ in }
    ) {
      self.host = host
      self.port = port
      self.frameAncestors = frameAncestors
      self.refreshInterval = refreshInterval
      self.onRunning = onRunning
      self.onProblem = onProblem
    }
  }

  private static let mostConnections = 4096
  private static let cacheBytes = 96 * 1024 * 1024
  /// How many answers are worked out beside each other: more than there are processors, and few enough that these
  /// are not shared out in too small pieces.
  private static let answersAtOnce = max(4, 2 * ProcessInfo.processInfo.activeProcessorCount)
  /// How many answers may wait for that.
  private static let mostWaiting = 1024
  /// The most bytes of a request's head.
  private static let longestHead = 32 * 1024
  /// A connection that is silent for so many seconds is closed.
  private static let idleSeconds: Int64 = 30

  private let current: CurrentSite
  private let options: Options

  /// Makes a server.
  package init(_ current: CurrentSite, _ options: Options) {
    self.current = current
    self.options = options
  }

  /// Serves until SIGTERM or SIGINT; requests under way are answered first.
  package func run() async throws {
    let answers = SiteAnswers(
      current: current, frameAncestors: options.frameAncestors, cacheBytes: Self.cacheBytes,
      threads: AnsweringThreads(count: Self.answersAtOnce, mostWaiting: Self.mostWaiting))
    let responder = CallbackResponder<BasicRequestContext> { request, _ in
      await answers.response(to: request)
    }
    let options = options
    let application = Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(Self.idleSeconds),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: Self.longestHead, maxHeaderListSize: Self.longestHead,
            maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(options.host, port: options.port), serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
      onServerRunning: { channel in
        await options.onRunning(channel.localAddress?.port ?? options.port)
      })
    try await withThrowingTaskGroup { group in
      group.addTask { try await application.runService() }
      group.addTask { try await refresh() }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Looks at the files of the index now and then.
  private func refresh() async throws {
    var told = ""
    while !Task.isCancelled {
      do { try await Task.sleep(for: options.refreshInterval) } catch { return }
      guard let problem = current.refresh() else {
        told = ""
        continue
      }
      // What stays wrong is told once.
      if "\(problem)" != told { options.onProblem(problem) }
      told = "\(problem)"
    }
  }
}
