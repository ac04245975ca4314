import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL

extension FetchFailure {
  /// Takes an error of the client for what it means to a visit.
  init(_ error: any Error, host: String) {
    switch error {
    case let failure as FetchFailure: self = failure
    case let error as HTTPClientError: self = Self.meaning(of: error, host: host)
    case let error as IOError: self = Self.meaning(of: error, host: host)
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
      self = .insecure(host: host, reason: Self.tlsReason(in: "\(error)"))
    case is CancellationError: self = .cancelled
    default: self = .interrupted(reason: "\(error)")
    }
  }

  /// What a text of the TLS library says, without the places in its sources that it names.
  static func tlsReason(in text: String) -> String {
    let mark = "OPENSSL_internal:"
    guard let start = text.ranges(of: mark).first?.upperBound else {
      return String(text.prefix { $0 != "(" && $0 != "/" })
    }
    let code = text[start...].prefix { $0 != " " && $0 != "]" }
    return code == "CERTIFICATE_VERIFY_FAILED"
      ? "its certificate cannot be verified" : code.lowercased().replacing("_", with: " ")
  }

  private static func meaning(of error: HTTPClientError, host: String) -> FetchFailure {
    switch error {
    case .connectTimeout: .unreachable(host: host, reason: "no connection in time")
    case .tlsHandshakeTimeout: .insecure(host: host, reason: "no handshake in time")
    case .readTimeout, .writeTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout: .timedOut
    case .cancelled, .alreadyShutdown: .cancelled
    default: .interrupted(reason: error.shortDescription)
    }
  }

  /// Errors of connecting and of a connection that was there differ only in their number.
  private static func meaning(of error: IOError, host: String) -> FetchFailure {
    let text = error.description
    return switch error.errnoCode {
    case ECONNREFUSED: .unreachable(host: host, reason: "connection refused")
    case ENETUNREACH, EHOSTUNREACH, EADDRNOTAVAIL, EAFNOSUPPORT, ENETDOWN, EHOSTDOWN, EACCES, EPERM:
      .unreachable(host: host, reason: text)
    default: .interrupted(reason: text)
    }
  }
}
