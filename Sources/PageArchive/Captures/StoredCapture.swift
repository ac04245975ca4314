public import RecruitmentModel

/// What the catalogue knows of a capture, without its content.
public struct StoredCapture: Hashable, Sendable {
  /// The address that was asked.
  public let url: String
  /// The source that the page belongs to; nil for what belongs to a whole host.
  public let sourceID: String?
  /// When the content came.
  public let fetchedAt: Timestamp
  /// When the content was last known to be current: fetched, or confirmed as unchanged.
  public let checkedAt: Timestamp
  /// The status code of the answer.
  public let status: Int
  /// The `Content-Type` as it came.
  public let contentType: String?
  /// The address that a redirect leads to, as it came.
  public let location: String?
  /// What a later request can be made conditional on.
  public let validators: Validators
  /// The SHA-256 of the content.
  public let digest: ContentDigest
  /// How the page was reached and why it could be fetched.
  public let origin: CaptureOrigin
  /// Where the response lies in the archive.
  let place: RecordPlace

  /// The media type in lower case without parameters, such as `text/html`.
  public var mediaType: String? {
    guard let contentType, let type = contentType.split(separator: ";").first else { return nil }
    let name = String(type.filter { !$0.isWhitespace }).lowercased()
    return name.isEmpty ? nil : name
  }
}

/// A page that is gone, or now leads elsewhere.
public struct GonePage: Sendable {
  /// The last capture that holds a page.
  public let last: StoredCapture
  /// Since when it is gone.
  public let since: Timestamp
  /// Whether the address leads elsewhere now.
  public let isRedirect: Bool
}

/// What a server gave to ask “has it changed?” with.
public struct Validators: Hashable, Sendable {
  /// The `ETag` as it came.
  public let etag: String?
  /// The `Last-Modified` as it came.
  public let lastModified: String?

  /// Makes validators from their header values.
  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }

  /// Reads the validators among the header fields of an answer.
  public init(headers: [HeaderField]) {
    self.init(
      etag: headers.firstValue(of: "ETag"), lastModified: headers.firstValue(of: "Last-Modified"))
  }

  /// Header fields with these in place of the ones that are there.
  public func replacing(in headers: [HeaderField]) -> [HeaderField] {
    let fields = [("ETag", etag), ("Last-Modified", lastModified)]
    return headers.filter { field in !fields.contains { field.hasName($0.0) && $0.1 != nil } }
      + fields.compactMap { name, value in value.map { HeaderField(name: name, value: $0) } }
  }

  /// Whether there is nothing to ask with.
  public var isEmpty: Bool { etag == nil && lastModified == nil }
}

/// Where a record lies: its file's name in the archive, and its bytes in that file.
struct RecordPlace: Hashable {
  let file: String
  let offset: Int
  let length: Int
}
