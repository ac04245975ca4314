import Testing

@testable import Crawling

@Suite("The failure of a visit") struct FetchFailureTests {
  @Test(
    "says in one line what is wrong",
    arguments: [
      (.badAddress("ftp://x/"), "not an http or https address: ftp://x/"),
      (.unresolvable(host: "a", reason: "unknown"), "a does not resolve: unknown"),
      (
        .forbiddenAddress(host: "a", address: "10.0.0.1", kind: "private"),
        "a has the private address 10.0.0.1, which is not connected to"
      ),
      (.unreachable(host: "a", reason: "refused"), "cannot connect to a: refused"),
      (.insecure(host: "a", reason: "expired"), "a is not secure: expired"),
      (.timedOut, "no answer in time"),
      (.closedUnasked, "the host closed the connection without an answer"),
      (.redirectsInCircle(to: "http://a/"), "redirects in a circle: http://a/"),
      (.tooLarge(limit: 5), "larger than 5 bytes"),
      (.undecodable(coding: "br"), "content coding “br” cannot be decoded"),
      (.status(500), "status 500"),
      (.leavesTarget(to: "http://b/"), "redirects to another host: http://b/"),
      (.tooManyRedirects(limit: 5), "more than 5 redirects"),
      (.robotsUnknown(reason: "status 500"), "robots.txt could not be read: status 500"),
      (.hostAsksForRest, "the host asks for a longer rest"),
      (.outOfTime, "no time left"),
    ] as [(FetchFailure, String)])
  func texts(failure: FetchFailure, text: String) {
    #expect(failure.description == text)
  }

  @Test(
    "names what is wrong with TLS, and no place in anybody's sources",
    arguments: [
      (
        "handshakeFailed(sslError([Error: 1 SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED at /x]))",
        "its certificate cannot be verified"
      ),
      (
        "sslError([SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER at /x/y.cc:3])",
        "wrong version number"
      ),
      (
        "NIOSSLExtraError.failedToValidateHostname: /x",
        "NIOSSLExtraError.failedToValidateHostname: "
      ),
      ("uncleanShutdown(x)", "uncleanShutdown"),
    ])
  func tlsReasons(text: String, reason: String) {
    #expect(FetchFailure.tlsReason(in: text) == reason)
  }
}
