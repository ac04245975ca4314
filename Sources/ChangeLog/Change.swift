public import RecruitmentModel

/// One thing that is no longer as it was in the records.
public struct Change: Hashable, Sendable, Codable {
  /// What happened.
  public enum Event: String, Hashable, Sendable, Codable, CaseIterable {
    /// A fact has another value.
    case moved
    /// A fact is known that was not.
    case stated
    /// A fact is no longer stated.
    case withdrawn
    /// A program is there that never was.
    case appeared
    /// A program is no longer there.
    case gone
    /// A program that was gone is there again.
    case reappeared
    /// Trainees are taken that were not.
    case started
    /// Trainees are no longer taken.
    case stopped
    /// The pages speak of another intake; its facts are not compared with those of the one before.
    case newIntake = "new-intake"
  }

  /// The version of the shape that this build reads and writes.
  public static let currentSchema = 1

  /// The version of the shape.
  public var schema = Self.currentSchema
  /// When the change was noticed, which is later than when it was made.
  public var noticed: Timestamp
  /// The id of the program.
  public var id: String
  /// The kind of the program.
  public var kind: ProgramKind
  /// The title of the program.
  public var title: String
  /// Whose program it is: key, names and prefecture.
  public var institution: Institution
  /// The first page of the program, where it has one.
  public var page: String?
  /// What happened.
  public var change: Event
  /// The fact that it happened to; absent where it was the whole program.
  public var fact: FactName?
  /// The part of the fact's value that is another, such as `closes`; absent where it is the whole.
  public var part: String?
  /// What was stated before.
  public var before: ChangeStatement?
  /// What is stated now.
  public var after: ChangeStatement?

  /// Makes a change of a program.
  public init(
    of program: Program, noticed: Timestamp, _ change: Event, fact: FactName? = nil,
    part: String? = nil, before: ChangeStatement? = nil, after: ChangeStatement? = nil
  ) {
    self.noticed = noticed
    id = program.id
    kind = program.kind
    title = program.title
    institution = program.institution
    institution.city = nil
    institution.url = nil
    page = program.pages.first?.url
    self.change = change
    self.fact = fact
    self.part = part
    self.before = before
    self.after = after
  }

  /// Whether another change says the same, whenever it was noticed.
  ///
  /// What was stated may have other evidence by then, and the program another title.
  public func repeats(_ other: Change) -> Bool {
    id == other.id && change == other.change && fact == other.fact && part == other.part
      && before?.value == other.before?.value && after?.value == other.after?.value
  }
}
