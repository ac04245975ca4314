/// A name of at most eight letters as one number.
struct ShortName: Equatable {
  fileprivate let letters: UInt64

  /// The name at a place with a zero behind it; nil where it is longer.
  init?(at place: UnsafePointer<UInt8>) {
    var letters: UInt64 = 0
    var length = 0
    while place[length] != 0 {
      guard length < 8 else { return nil }
      letters |= UInt64(place[length]) << UInt64(8 * length)
      length += 1
    }
    self.letters = letters
  }
}

/// What is known of some short names, asked for every element and attribute of a page: a table with open
/// places, at most half full.
struct ShortNames<Value: Sendable>: Sendable {
  private static var size: Int { 256 }
  private var letters = [UInt64](repeating: 0, count: Self.size)
  private var values = [Value?](repeating: nil, count: Self.size)

  /// Makes the table; names that are too long for it are left out.
  init(_ known: some Sequence<(String, Value)>) {
    for (text, value) in known {
      guard let name = text.withCString(encodedAs: UTF8.self, ShortName.init) else { continue }
      let place = place(of: name)
      letters[place] = name.letters
      values[place] = value
    }
  }

  /// What is known of a name.
  subscript(name: ShortName) -> Value? { values[place(of: name)] }

  /// Where a name stands, or would stand.
  private func place(of name: ShortName) -> Int {
    var place = Int(truncatingIfNeeded: (name.letters &* 0x9E37_79B9_7F4A_7C15) >> 56)
    while letters[place] != 0, letters[place] != name.letters { place = (place + 1) % Self.size }
    return place
  }
}
