/// The name of a tag of a page's source, in lower case, as far as names that are known go.
struct TagName: Equatable {
  static let script = TagName("script")
  static let style = TagName("style")
  static let image = TagName("img")
  static let rule = TagName("hr")
  static let ruby = TagName("ruby")
  static let rubyBase = TagName("rb")

  /// The most letters that tell names apart.
  private static let longest = 10
  /// The first eight letters, and those behind them.
  private var letters: (first: UInt64, rest: UInt64) = (0, 0)

  /// A name of letters and digits.
  init(_ name: String) {
    for (place, byte) in name.utf8.prefix(Self.longest).enumerated() { add(byte, at: place) }
  }

  /// The name that stands at a place of a source.
  init(in source: UnsafeBufferPointer<UInt8>, at start: Int) {
    var place = 0
    while start + place < source.count, place < Self.longest,
      source[start + place].isLetterOrDigit
    {
      add(source[start + place].lowered, at: place)
      place += 1
    }
  }

  private mutating func add(_ byte: UInt8, at place: Int) {
    if place < 8 {
      letters.first |= UInt64(byte) << UInt64(8 * place)
    } else {
      letters.rest |= UInt64(byte) << UInt64(8 * (place - 8))
    }
  }

  /// Whether two names are the same.
  static func == (one: TagName, other: TagName) -> Bool { one.letters == other.letters }
}
