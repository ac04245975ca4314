import RecruitmentModel

/// What an index says of all its records together, counted while they pass one by one.
struct RecordSurvey {
  /// The institutions that records name, each as its first record has it.
  private(set) var institutions: [InstitutionNames] = []
  private var known: Set<String> = []
  private var recruiting: Set<String> = []
  private var fees = 0
  private var deadlines = 0
  /// How old what the records say is.
  private(set) var age = RecordsAge()

  /// What is kept of one record.
  struct Item: Sendable {
    let institution: InstitutionNames
    let isTraining: Bool
    let hasFee: Bool
    let hasDeadline: Bool
    let age: RecordsAge

    init(_ program: Program) {
      institution = InstitutionNames(
        id: ProgramColumns.institutionKey(program), name: program.institution.name,
        english: program.institution.nameEn, prefecture: program.institution.prefecture,
        city: program.institution.city)
      age = RecordsAge(of: [program])
      isTraining = program.kind == .practicalTraining
      hasFee = program.facts.fee != nil
      hasDeadline =
        program.facts.application?.value.windows.contains { $0.closes != nil } == true
    }
  }

  /// Takes the next record.
  mutating func add(_ item: Item) {
    age = age.merged(with: item.age)
    if known.insert(item.institution.id).inserted { institutions.append(item.institution) }
    guard item.isTraining else { return }
    recruiting.insert(item.institution.id)
    if item.hasFee { fees += 1 }
    if item.hasDeadline { deadlines += 1 }
  }

  /// What is covered, with so many institutions watched.
  func coverage(watched: Int) -> Coverage {
    Coverage(
      institutions: watched, withProgram: recruiting.count, fees: fees, deadlines: deadlines)
  }
}
