import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import PageArchive

/// Asks hosts for addresses, one request after another, within the limits of the settings.
struct HTTPFetcher: Sendable {
  /// What happens to content beyond the limit.
  enum Excess {
    /// The answer is a failure.
    case fails
    /// The content is cut off at the limit.
    case isCutOff
  }

  /// How many addresses of a host are tried; two protocols and one spare.
  private static let addressesTried = 3
  /// The content codings that are understood.
  private static let codings: Set = ContentDecoder.codings.union(["identity", ""])

  /// The most unwanted content that is read rather than cut off together with its connection.
  private static let longestDrained = 64 * 1024

  let settings: CrawlSettings
  let hosts: PinnedHosts

  /// Fetches an address; the whole answer, or the reason why there is none.
  func fetch(
    _ address: WebAddress, conditions: [HeaderField] = [], limit: Int, excess: Excess = .fails
  ) async throws(FetchFailure) -> HTTPAnswer {
    let deadline = NIODeadline.now() + TimeAmount(settings.requestTimeout)
    var failure = FetchFailure.cancelled
    for _ in 0..<Self.addressesTried {
      let (client, meter) = try await hosts.client(for: address)
      meter.beginRequest(until: deadline)
      do {
        return try await ask(client, until: deadline, for: address, conditions, limit, excess)
      } catch let error {
        failure = FetchFailure(error, host: address.host)
        if case .interrupted = failure, meter.isStale { failure = .closedUnasked }
        // Only where no connection came about has nothing been asked: the next address may do.
        guard case .unreachable = failure, await hosts.tryNextAddress(of: address) else { break }
      }
    }
    throw failure
  }

  private func ask(
    _ client: HTTPClient, until deadline: NIODeadline, for address: WebAddress,
    _ conditions: [HeaderField], _ limit: Int, _ excess: Excess
  ) async throws -> HTTPAnswer {
    let fields = requestFields(for: address) + conditions
    var request = HTTPClientRequest(url: address.description)
    request.headers = HTTPHeaders(fields.map { ($0.name, $0.value) })
    let response = try await client.execute(request, deadline: deadline)
    let status = Int(response.status.code)
    let headers = response.headers.map { HeaderField(name: $0.name, value: $0.value) }
    guard status == 200 || status == 203 else {
      await drain(response, headers)
      return HTTPAnswer(status: status, headers: headers, body: [], requestHeaders: fields)
    }
    try checkCoding(headers)
    let length = headers.firstValue(of: "Content-Length").flatMap(Int.init) ?? 0
    let bytes = try await collect(response.body, length: length, limit: limit, excess: excess)
    let decoder = ContentDecoder(
      limit: limit, largestRatio: settings.largestRatio, takesParts: excess == .isCutOff)
    let body = Self.isCoded(headers) ? try decoder.decode(bytes) : bytes
    return HTTPAnswer(status: status, headers: headers, body: body, requestHeaders: fields)
  }

  private func requestFields(for address: WebAddress) -> [HeaderField] {
    [
      HeaderField(name: "Host", value: address.authority),
      HeaderField(name: "User-Agent", value: settings.agent.userAgent),
      HeaderField(
        name: "Accept", value: "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5"),
      HeaderField(name: "Accept-Language", value: "ja,en;q=0.5"),
      HeaderField(name: "Accept-Encoding", value: "gzip, deflate"),
    ]
  }

  /// Refuses what the client does not decode: other codings, one coding over another, and a coding that is
  /// written in any other way than as its bare name.
  private func checkCoding(_ headers: [HeaderField]) throws(FetchFailure) {
    let codings = headers.filter { $0.hasName("Content-Encoding") }.map { $0.value.lowercased() }
    guard codings.isEmpty || codings.count == 1 && Self.codings.contains(codings[0]) else {
      throw .undecodable(coding: codings.joined(separator: ", "))
    }
    let transfers = headers.filter { $0.hasName("Transfer-Encoding") }
      .map { $0.value.lowercased() }
    guard transfers.allSatisfy({ $0 == "chunked" || $0 == "identity" }) else {
      throw .undecodable(coding: transfers.joined(separator: ", "))
    }
  }

  private static func isCoded(_ headers: [HeaderField]) -> Bool {
    let coding = headers.firstValue(of: "Content-Encoding")?.lowercased() ?? ""
    return !coding.isEmpty && coding != "identity"
  }

  /// Reads content that nobody needs where it is short, so that the connection can be used again.
  private func drain(_ response: HTTPClientResponse, _ headers: [HeaderField]) async {
    guard let length = headers.firstValue(of: "Content-Length").flatMap(Int.init),
      length <= Self.longestDrained
    else { return }
    _ = try? await collect(
      response.body, length: length, limit: Self.longestDrained, excess: .isCutOff)
  }

  private func collect(
    _ body: HTTPClientResponse.Body, length: Int, limit: Int, excess: Excess
  ) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    // No more is believed of a length before it has come.
    bytes.reserveCapacity(min(max(0, length), Self.longestDrained))
    for try await part in body {
      bytes += part.readableBytesView.prefix(limit - bytes.count + 1)
      guard bytes.count > limit else { continue }
      guard excess == .isCutOff else { throw FetchFailure.tooLarge(limit: limit) }
      return Array(bytes.prefix(limit))
    }
    return bytes
  }
}
