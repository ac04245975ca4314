import RecruitmentModel

/// What stands in a column of an answer's table.
enum AnswerColumn: Equatable {
  /// What the program is called, and its id where that has no column and no line.
  case name
  case id
  case prefecture
  /// What is paid: a year for training, once for an examination.
  case fee
  case fact(FactName)
  case status
  case source
}

/// Which columns an answer's table has: what can be known of the kinds of programs in it.
struct AnswerLayout {
  /// The columns of a terminal that has room for all.
  let whole: [AnswerColumn]
  /// The columns of a terminal of the usual width.
  let usual: [AnswerColumn]
  /// The kinds that are listed.
  private let kinds: Set<ProgramKind>

  /// Chooses the columns for what is listed.
  init(_ programs: [Program]) {
    kinds = Set(programs.map(\.kind))
    switch kinds {
    case [.examination]:
      whole = [
        .name, .fact(.examDate), .fact(.venues), .fee, .fact(.application), .status, .source,
      ]
      usual = [.name, .fact(.examDate), .fact(.application), .status, .source]
    case [.pathway]:
      whole = [.name, .fact(.steps), .source]
      usual = whole
    default:
      whole = [
        .name, .prefecture, .fee, .fact(.application), .fact(.training), .fact(.recommendation),
        .fact(.obligation), .fact(.capacity), .status, .source,
      ]
      usual = [.name, .fee, .fact(.application), .fact(.recommendation), .status, .source]
    }
  }

  /// The facts of a program that have no column among some.
  func below(_ kind: ProgramKind, _ columns: [AnswerColumn]) -> [FactName] {
    let facts: [FactName] =
      switch kind {
      case .examination: [.examDate, .venues, .fee]
      case .pathway: [.steps]
      default: [.training, .obligation, .capacity]
      }
    return facts.filter { name in
      !columns.contains(.fact(name)) && !(name == .fee && columns.contains(.fee))
    }
  }

  /// The column as the table has it.
  func column(_ column: AnswerColumn, of columns: [AnswerColumn], _ wording: Wording)
    -> TextTable.Column
  {
    switch column {
    case .name: .init(wording(nameKey), least: columns == usual ? 12 : 14, greed: 2)
    case .id: .init(wording("column.id"), least: 8)
    case .prefecture: .init(wording("column.prefecture"), least: 6)
    case .fee: .init(wording(isTraining ? "column.fee" : "fact.fee"), least: 8)
    case .status: .init(wording("column.status"), least: 6)
    case .source: .init(wording("column.source"), least: 8)
    case .fact(let name):
      .init(wording(Self.key(of: name)), least: Self.least(name), greed: Self.greed(name))
    }
  }

  /// The key of the head over a fact.
  static func key(of name: FactName) -> String {
    switch name {
    case .application, .training, .recommendation, .obligation, .capacity:
      "column.\(name.rawValue)"
    default: "fact.\(name.rawValue)"
    }
  }

  private var isTraining: Bool { kinds.isDisjoint(with: [.examination, .pathway]) }

  private var nameKey: String {
    switch kinds {
    case [.examination]: "column.examination"
    case [.pathway]: "column.pathway"
    default: "column.hospital"
    }
  }

  private static func least(_ name: FactName) -> Int {
    switch name {
    case .application, .examDate, .steps: 12
    case .training: 10
    case .capacity: 6
    default: 8
    }
  }

  private static func greed(_ name: FactName) -> Int {
    [.application, .training, .examDate, .steps].contains(name) ? 2 : 1
  }
}
