/// What a fixture site does when a path is asked for.
public enum FixtureRoute: Sendable {
  /// Answers, or says that nothing has changed where the request asks so.
  case answer(FixtureResponse)
  /// Closes the connection without a word.
  case closesAtOnce
  /// Takes the request and never answers.
  case neverAnswers
  /// Begins to answer and never ends.
  case endlessBody
  /// Answers without stating a length.
  case chunks(FixtureResponse)
  /// Closes the connection the first time, and answers from then on.
  case closesOnce(FixtureResponse)
  /// States a longer content than it sends, and closes.
  case breaksOff(FixtureResponse)
}

/// An answer of a fixture site.
public struct FixtureResponse: Sendable {
  /// The status code.
  public var status: Int
  /// The header fields, without `Content-Length`.
  public var headers: [(name: String, value: String)]
  /// The content.
  public var body: [UInt8]

  /// Makes an answer.
  public init(status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = [])
  {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first value of a header field.
  func value(of name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

extension FixtureRoute {
  /// A page in UTF-8, with validators where they are given.
  public static func page(
    _ html: String, etag: String? = nil, lastModified: String? = nil,
    type: String = "text/html; charset=utf-8"
  ) -> FixtureRoute {
    .bytes(Array(html.utf8), type: type, etag: etag, lastModified: lastModified)
  }

  /// A plain text, as robots.txt is.
  public static func text(_ text: String, etag: String? = nil) -> FixtureRoute {
    .bytes(Array(text.utf8), type: "text/plain", etag: etag, lastModified: nil)
  }

  /// Any content, with validators where they are given.
  public static func bytes(
    _ body: [UInt8], type: String, etag: String? = nil, lastModified: String? = nil
  ) -> FixtureRoute {
    let fields = [("Content-Type", type), ("ETag", etag), ("Last-Modified", lastModified)]
    return .answer(
      FixtureResponse(
        headers: fields.compactMap { name, value in value.map { (name, $0) } }, body: body))
  }

  /// A redirect to an address, which may be relative.
  public static func redirect(to location: String, status: Int = 302) -> FixtureRoute {
    .answer(FixtureResponse(status: status, headers: [("Location", location)]))
  }

  /// An empty answer with a status.
  public static func status(_ code: Int, headers: [(name: String, value: String)] = [])
    -> FixtureRoute
  {
    .answer(FixtureResponse(status: code, headers: headers))
  }
}
