/// Tokens laid out for building: the bytes of their terms one behind the other, no text for each.
public struct PackedTokens: Sendable {
  /// The bytes of all terms.
  let bytes: [UInt8]
  /// Where each term ends.
  let ends: [UInt32]
  /// Where each token stands.
  let positions: [UInt32]
  /// By what each term is looked up.
  let keys: [UInt64]

  /// Takes the bytes of all terms, where each ends in them, and where each token stands; the positions of a
  /// term must ascend.
  public init(bytes: [UInt8] = [], ends: [UInt32] = [], positions: [UInt32] = []) {
    self.bytes = bytes
    self.ends = ends
    self.positions = positions
    keys = bytes.withUnsafeBytes { bytes in
      var start = 0
      return ends.map { end in
        defer { start = Int(end) }
        return TermTable.key(of: UnsafeRawBufferPointer(rebasing: bytes[start..<Int(end)]))
      }
    }
  }

  /// The number of tokens.
  public var count: Int { ends.count }
}
