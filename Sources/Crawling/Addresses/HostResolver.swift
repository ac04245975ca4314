import Foundation
import NIOCore
import NIOPosix

/// Finds the addresses of a host.
struct HostResolver: Sendable {
  /// No more addresses of one host are looked at.
  private static let mostAddresses = 32

  /// The addresses of a host, in the order in which they should be tried; throws where none.
  let addresses: @Sendable (String) async throws(FetchFailure) -> [IPAddress]

  /// The resolver of the operating system, asked off the event loops: it blocks.
  static let system = HostResolver { host async throws(FetchFailure) in
    if let address = IPAddress(host) { return [address] }
    do {
      return try await NIOThreadPool.singleton.runIfActive { try lookUp(host) }
    } catch let failure as FetchFailure {
      throw failure
    } catch {
      throw .unresolvable(host: host, reason: "\(error)")
    }
  }

  private static func lookUp(_ host: String) throws(FetchFailure) -> [IPAddress] {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    // The value is an enumeration in one C library and a number in the others.
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, nil, &hints, &list)
    defer { if let list { freeaddrinfo(list) } }
    guard status == 0 else {
      throw .unresolvable(host: host, reason: String(cString: gai_strerror(status)))
    }
    var found: [IPAddress] = []
    var entry = list
    while let current = entry, found.count < mostAddresses {
      if let address = current.pointee.ai_addr.flatMap(address) { found.append(address) }
      entry = current.pointee.ai_next
    }
    guard !found.isEmpty else { throw .unresolvable(host: host, reason: "no address") }
    return found
  }

  private static func address(_ socket: UnsafeMutablePointer<sockaddr>) -> IPAddress? {
    switch Int32(socket.pointee.sa_family) {
    case AF_INET:
      UnsafeRawPointer(socket).loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr
        .bigEndianAddress
    case AF_INET6:
      IPAddress(UnsafeRawPointer(socket).loadUnaligned(as: sockaddr_in6.self).sin6_addr)
    default: nil
    }
  }
}

extension UInt32 {
  /// An IPv4 address in network order.
  fileprivate var bigEndianAddress: IPAddress { .version4(UInt32(bigEndian: self)) }
}
