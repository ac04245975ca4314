import AsyncHTTPClient
import NIOCore
import NIOPosix
import Synchronization

/// The hosts of a crawl, each tied to one address that was checked.
///
/// A name is resolved once a crawl, here and not in the client. All of its addresses must pass the
/// guard; then a client is made for this host alone, told to connect to one of them whatever the
/// name may resolve to by then, while the certificate is checked against the name. A resolver that
/// changes its answer after the check is therefore never asked again. As a second lock, the other
/// end of each connection is looked at before anything is sent.
final class PinnedHosts: Sendable {
  private struct Host {
    let origin: String
    var addresses: [IPAddress]
    let client: HTTPClient
    let meter: WireMeter
  }

  /// What is allowed on the wire beside the content: heads, and the frames of chunks.
  private static let mostFraming = 1 << 20

  private let settings: CrawlSettings
  private let resolver: HostResolver
  /// By gate, so that a host has one client, and with it one connection, at a time.
  private let hosts = Mutex<[String: Host]>([:])

  init(settings: CrawlSettings, resolver: HostResolver) {
    self.settings = settings
    self.resolver = resolver
  }

  /// The client of a host; only who holds the host's gate may ask for it.
  func client(
    for address: WebAddress
  ) async throws(FetchFailure) -> (client: HTTPClient, meter: WireMeter) {
    let known = hosts.withLock { $0[address.gateKey] }
    if let known, known.origin == Self.origin(address) { return (known.client, known.meter) }
    let addresses = try await checkedAddresses(of: address.host)
    return await pin(address, to: addresses)
  }

  /// Ties a host to the next of its addresses; false where there is none.
  func tryNextAddress(of address: WebAddress) async -> Bool {
    let known = hosts.withLock { $0[address.gateKey] }
    guard let known, known.addresses.count > 1 else {
      await forget(address)
      return false
    }
    _ = await pin(address, to: Array(known.addresses.dropFirst()))
    return true
  }

  /// How many bytes have come from a host since it was last asked.
  func wireBytes(of address: WebAddress) -> Int {
    hosts.withLock { $0[address.gateKey] }?.meter.bytes ?? 0
  }

  /// Closes all connections.
  func shutDown() async {
    let all = hosts.withLock { hosts in
      defer { hosts = [:] }
      return hosts.values.map(\.client)
    }
    for client in all { try? await client.shutdown() }
  }

  private func checkedAddresses(of host: String) async throws(FetchFailure) -> [IPAddress] {
    let addresses = try await resolver.addresses(host)
    if let (address, kind) = AddressGuard(settings).objection(toAny: addresses) {
      throw .forbiddenAddress(host: host, address: address.description, kind: kind.rawValue)
    }
    return addresses
  }

  private func pin(
    _ address: WebAddress, to addresses: [IPAddress]
  ) async -> (client: HTTPClient, meter: WireMeter) {
    await forget(address)
    let meter = WireMeter(limit: settings.largestBody + Self.mostFraming)
    let client = HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      configuration: configuration(host: address.host, address: addresses.first, meter))
    let host = Host(
      origin: Self.origin(address), addresses: addresses, client: client, meter: meter)
    hosts.withLock { $0[address.gateKey] = host }
    return (client, meter)
  }

  private func forget(_ address: WebAddress) async {
    let old = hosts.withLock { $0.removeValue(forKey: address.gateKey) }
    try? await old?.client.shutdown()
  }

  private func configuration(
    host: String, address: IPAddress?, _ meter: WireMeter
  ) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(
        connect: TimeAmount(settings.connectTimeout), read: TimeAmount(settings.idleTimeout)))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.idleTimeout = TimeAmount(settings.connectionIdleTime)
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1
    configuration.connectionPool.retryConnectionEstablishment = false
    if let address { configuration.dnsOverride = [host: address.description] }
    configuration.http1_1ConnectionDebugInitializer = { [settings] channel in
      let peer = channel.remoteAddress?.ipAddress
      guard let failure = Self.objection(to: peer, host: host, settings: settings) else {
        meter.begin()
        let tooLarge = FetchFailure.tooLarge(limit: settings.largestBody)
        return channel.eventLoop.makeCompletedFuture {
          let handler = WireHandler(meter, failure: tooLarge)
          try channel.pipeline.syncOperations.addHandler(handler, position: .first)
        }
      }
      channel.close(promise: nil)
      return channel.eventLoop.makeFailedFuture(failure)
    }
    return configuration
  }

  /// Why nothing may be sent over a connection that was made; nil where it may.
  private static func objection(to peer: String?, host: String, settings: CrawlSettings)
    -> FetchFailure?
  {
    let address = peer.flatMap(IPAddress.init)
    let kind = address.map(AddressGuard(settings).objection) ?? .reserved
    return kind.map { kind in
      .forbiddenAddress(host: host, address: peer ?? "unknown", kind: kind.rawValue)
    }
  }

  private static func origin(_ address: WebAddress) -> String {
    "\(address.scheme.rawValue)://\(address.authority)"
  }
}
