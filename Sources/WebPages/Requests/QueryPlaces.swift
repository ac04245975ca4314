/// Where the parts of a query stand in it, so that one can be taken out.
///
/// Every part has letters of its own: the longest is looked for first, and a word is no part of another one.
struct QueryPlaces {
  private let bytes: [UInt8]
  /// Of each part its place; nil where it does not stand in the query as it is.
  private(set) var places: [Range<Int>?]
  /// Where words stand that only fill, such as the で of 無料で.
  private let fillers: [Range<Int>]

  /// Looks for parts.
  ///
  /// - Parameters:
  ///   - query: The query as it was typed.
  ///   - parts: For each part how it may have been written.
  ///   - fillers: The words of the query that only fill.
  init(_ query: String, parts: [[String]], fillers: [String] = []) {
    let bytes = Array(query.utf8)
    self.bytes = bytes
    let own = parts.count
    let parts = parts + fillers.map { [$0] }
    var places: [Range<Int>?] = parts.map { _ in nil }
    var isTaken = [Bool](repeating: false, count: bytes.count)
    let order = parts.indices.sorted { one, other in
      (Self.length(parts[one]), other) > (Self.length(parts[other]), one)
    }
    for part in order {
      let place = parts[part].lazy.compactMap { writing in
        Self.place(of: Array(writing.utf8), in: bytes, isTaken)
      }.first
      for byte in place ?? 0..<0 { isTaken[byte] = true }
      places[part] = place
    }
    self.places = Array(places[..<own])
    self.fillers = places[own...].compactMap(\.self)
  }

  private static func length(_ writings: [String]) -> Int {
    writings.map(\.utf8.count).max() ?? 0
  }

  private static func place(
    of part: [UInt8], in bytes: [UInt8], _ isTaken: [Bool]
  ) -> Range<Int>? {
    guard let first = part.first, let last = part.last, part.count <= bytes.count else {
      return nil
    }
    return (0...bytes.count - part.count).lazy.map { $0..<$0 + part.count }.first { place in
      bytes[place.lowerBound] == first && !isTaken[place.lowerBound]
        && bytes[place].elementsEqual(part) && !place.contains { isTaken[$0] }
        && !(place.lowerBound > 0 && isOneWord(bytes[place.lowerBound - 1], first))
        && !(place.upperBound < bytes.count && isOneWord(last, bytes[place.upperBound]))
    }
  }

  /// Whether two letters or two digits in a row belong together.
  private static func isOneWord(_ one: UInt8, _ next: UInt8) -> Bool {
    (isLetter(one) && isLetter(next)) || (isDigit(one) && isDigit(next))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The query without a part; nil where that has no place.
  func query(without part: Int) -> String? {
    guard let place = places[part] else { return nil }
    var before = bytes[..<place.lowerBound]
    // A dash that turned the words round goes with them.
    for dash in ["-", "－", "−"] where before.reversed().starts(with: dash.utf8.reversed()) {
      before.removeLast(dash.utf8.count)
    }
    // So does a word that fills and hangs on them: without them it would mean something else, or nothing.
    var end = place.upperBound
    while let filler = fillers.first(where: { $0.lowerBound == end }) { end = filler.upperBound }
    return String(decoding: before + " ".utf8 + bytes[end...], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
