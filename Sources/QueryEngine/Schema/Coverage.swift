public import RecruitmentModel

/// A watched institution of which nothing could be fetched when it was last tried.
public struct UnreachableSource: Hashable, Sendable, Codable {
  /// Its key.
  public var id: String
  /// Since when.
  public var since: CalendarDay

  /// Names an institution.
  public init(id: String, since: CalendarDay) {
    self.id = id
    self.since = since
  }
}

/// What an index covers.
public struct Coverage: Hashable, Sendable, Codable {
  /// How many institutions are watched.
  public var institutions: Int
  /// How many of them, or of others, have a program known.
  public var withProgram: Int
  /// How many programs have a fee known.
  public var fees: Int
  /// How many programs have a closing date known, as far as a month.
  public var deadlines: Int
  /// The watched institutions that could not be reached; absent where all could, or nothing tells.
  public var unreachable: [UnreachableSource]?

  /// Makes a statement of what is covered.
  public init(institutions: Int, withProgram: Int, fees: Int, deadlines: Int) {
    self.institutions = institutions
    self.withProgram = withProgram
    self.fees = fees
    self.deadlines = deadlines
  }
}

extension Coverage {
  static let attachmentName = "coverage"

  /// The numbers with blanks between them.
  func encoded() -> [UInt8] {
    Array(
      [institutions, withProgram, fees, deadlines].map(String.init).joined(separator: " ").utf8)
  }

  /// Reads the numbers; nil where they are not of this shape.
  init?(_ bytes: [UInt8]) {
    let numbers = bytes.split(separator: UInt8(ascii: " ")).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard numbers.count == 4 else { return nil }
    self.init(
      institutions: numbers[0], withProgram: numbers[1], fees: numbers[2], deadlines: numbers[3])
  }
}
