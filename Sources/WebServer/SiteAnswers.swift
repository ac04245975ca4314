import Hummingbird
import QueryEngine
import WebPages

/// Turns requests of HTTP into those of the site, and keeps what was answered.
struct SiteAnswers: Sendable {
  private struct Kept: Sendable {
    let response: Response
    let entityTag: String
  }

  private let current: CurrentSite
  private let frameAncestors: String
  private let cache: BoundedCache<String, Kept>
  private let threads: AnsweringThreads

  init(
    current: CurrentSite, frameAncestors: String, cacheBytes: Int, threads: AnsweringThreads
  ) {
    self.current = current
    self.frameAncestors = frameAncestors
    self.threads = threads
    cache = BoundedCache(bytes: cacheBytes)
  }

  func response(to request: Request) async -> Response {
    guard let kept = await kept(request) else {
      return Response(
        status: .serviceUnavailable, headers: [.retryAfter: "1", .contentLength: "0"])
    }
    if let header = request.headers[.ifNoneMatch], kept.response.status == .ok,
      ResponseHeaders.names(header, kept.entityTag)
    {
      var headers = kept.response.headers
      headers[.contentLength] = nil
      return Response(status: .notModified, headers: headers)
    }
    return request.method == .head ? kept.response.createHeadResponse() : kept.response
  }

  /// What is kept, or worked out now; nil where too many wait for that.
  private func kept(_ request: Request) async -> Kept? {
    let (site, generation) = current.current
    let language = request.headers[.acceptLanguage] ?? ""
    let target = request.uri.string
    // HEAD is answered as GET without its body.
    let method = request.method == .head ? "GET" : request.method.rawValue
    let preferred = WebRequest.languageKey(language)
    let isKeepable = method == "GET" && target.utf8.count <= WebRequest.longestTarget
    let key = isKeepable ? "\(generation) \(preferred) \(target)" : ""
    if isKeepable, let kept = cache[key] { return kept }
    return await threads.run {
      // While this one waited, another of the same may have been worked out.
      if isKeepable, let kept = cache[key] { return kept }
      let answer = site.response(
        to: WebRequest(target, method: method, acceptLanguage: language))
      let kept = self.kept(answer)
      if isKeepable, answer.status == 200 {
        cache.keep(kept, for: key, size: answer.body.utf8.count + 2 * key.utf8.count + 2048)
      }
      return kept
    }
  }

  private func kept(_ answer: WebResponse) -> Kept {
    let tag = ResponseHeaders.entityTag(of: answer.body)
    var headers = HTTPFields()
    for (name, value) in ResponseHeaders.headers(
      of: answer, entityTag: tag, frameAncestors: frameAncestors)
    {
      if let name = HTTPFields.Element.Name(name) { headers[name] = value }
    }
    return Kept(
      response: Response(
        status: .init(code: answer.status), headers: headers,
        body: .init(byteBuffer: ByteBuffer(string: answer.body))),
      entityTag: tag)
  }
}
