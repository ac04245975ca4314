/// A term of the dictionary, with where its postings stand.
public struct TermEntry: Sendable {
  /// The term's bytes.
  public let bytes: [UInt8]
  /// The number of documents that have the term in any field.
  public let documentFrequency: Int
  let postings: PostingsPlace

  /// The term as text; bytes that are no UTF-8 are replaced.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Where a term's postings stand in their section.
struct PostingsPlace: Hashable {
  let offset: UInt64
  let length: UInt64
}
