import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on the kind of a program, and on which examination it is.
extension QueryGrammar {
  mutating func kind() -> [Constraint]? {
    let start = next
    let isPassed = take(.passed) != nil
    if isPassed { skipFillers() }
    guard let current, case .kind(let name) = current.meaning else { return nil }
    next += 1
    guard name.kind == .examination else {
      return [
        Constraint(
          .kind, .kind(name.kind, slug: name.kind == .other ? name.slug : nil),
          source: source(from: start))
      ]
    }
    if isPassed || takeSoon(.passed) != nil || isBehindTime(start) || takeTimeBehind() {
      // `予備試験に合格した`, `国家試験のあと`: it tells of the person who asks, or of a time.
      said.append(source(from: start))
      return []
    }
    if let after = self.current, after.hasAny([.absent, .noNeed, .denial, .present]) {
      // `試験なし` is said of a hospital's own selection, `7月に試験がある` of an examination.
      if after.source.allSatisfy(\.isASCII), !after.has(.denial), next + 1 < atoms.count {
        // `exam with July deadline`
      } else if after.has(.present), isBehindMonth(start) {
        next += 1
      } else {
        return nil
      }
    }
    // `without an exam`
    if isBehindDenial(start) { return nil }
    if atoms.contains(where: { $0.has(.hospital) }) {
      // `国家試験を受けます。関東の病院`: a hospital is what is asked for.
      said.append(source(from: start))
      return []
    }
    let slug = examination(name)
    return [Constraint(.kind, .kind(.examination, slug: slug), source: source(from: start))]
  }

  /// Which examination a word names, also behind it (`specialist exam in surgery`); nil where it may be any.
  private mutating func examination(_ name: KindName) -> String? {
    guard name.slug.hasPrefix(ExaminationNames.anyOf) else {
      return name.slug == name.kind.rawValue ? nil : name.slug
    }
    let here = next
    if !isBehindMark() { skipFillers() }
    if let current, case .department(let department) = current.meaning {
      next += 1
      return department + name.slug.dropFirst(ExaminationNames.anyOf.count)
    }
    next = here
    return name.slug
  }

  /// `外科専門医試験`, `surgery board exam`: a department with a class of examinations is one of them.
  mutating func examination(of department: String, from start: Int) -> [Constraint]? {
    guard let current, case .kind(let kind) = current.meaning, kind.kind == .examination else {
      return nil
    }
    guard kind.slug.hasPrefix(ExaminationNames.anyOf) else {
      // Of all examinations those that name it come first.
      examinationNames.append(department)
      return []
    }
    next += 1
    let slug = department + kind.slug.dropFirst(ExaminationNames.anyOf.count)
    return [Constraint(.kind, .kind(.examination, slug: slug), source: source(from: start))]
  }

  /// Whether a month stands before: `7月に試験がある`.
  private func isBehindMonth(_ place: Int) -> Bool {
    guard place > 1, isPartOfSentence(atoms[place - 1]), case .date = atoms[place - 2].meaning
    else {
      return false
    }
    return atoms[place - 2].range.upperBound == atoms[place - 1].range.lowerBound
  }

  /// Whether a time is told by what stands before: `after the national exam`, `before the examination`.
  private func isBehindTime(_ place: Int) -> Bool {
    guard let before = atoms[..<place].last(where: { !$0.has(.filler) || $0.has(.later) }) else {
      return false
    }
    return before.source.allSatisfy(\.isASCII) && before.hasAny([.later, .after, .before])
  }

  private func isBehindDenial(_ place: Int) -> Bool {
    guard let before = atoms[..<place].last(where: { !$0.has(.filler) || $0.has(.denial) }),
      before.has(.denial)
    else { return false }
    // `推薦不要 国家試験` denies what stands before it.
    return before.source.allSatisfy(\.isASCII)
      || before.range.upperBound == atoms[place].range.lowerBound
  }

  /// Takes what tells a time behind an examination: `国家試験のあとも`, `予備試験の前に`.
  private mutating func takeTimeBehind() -> Bool {
    let here = next
    if !isBehindMark(), take(.later, .aroundThen) != nil { return true }
    if !isBehindMark(), let current, isPartOfSentence(current) {
      next += 1
      if !isBehindMark(), take(.later, .aroundThen, .inTimeFor) != nil { return true }
    }
    next = here
    return false
  }

  // MARK: Several kinds

  /// A query that names 実地修練 asks for it, whatever else it names; of other kinds any will do: no program is
  /// of two.
  ///
  /// Which examination or which way is meant goes before that it is an examination: `予備試験 試験日`, `USMLE 試験`.
  func keepOneKind(_ result: inout Interpretation) {
    if !keepPracticalTraining(&result) { joinKinds(&result) }
    addKindOfExcluded(&result)
  }

  private func keepPracticalTraining(_ result: inout Interpretation) -> Bool {
    let kinds = result.constraints.filter { $0.id == .kind && !$0.isExcluded }
    guard kinds.contains(where: { $0.condition == .kind(.practicalTraining, slug: nil) }) else {
      return false
    }
    result.constraints.removeAll {
      guard case .kind(let kind, _) = $0.condition, kind != .practicalTraining, !$0.isExcluded
      else { return false }
      result.ignored.append($0.source)
      return true
    }
    return true
  }

  private func joinKinds(_ result: inout Interpretation) {
    let places = result.constraints.indices.filter {
      result.constraints[$0].id == .kind && !result.constraints[$0].isExcluded
    }
    guard places.count > 1, let first = places.first else { return }
    let all = places.flatMap { place -> [Constraint.Condition] in
      let condition = result.constraints[place].condition
      return if case .anyOf(let some) = condition { some } else { [condition] }
    }
    let isNamed = all.contains { $0.isNamedExamination || $0 == .kind(.pathway, slug: nil) }
    var wanted: [Constraint.Condition] = []
    for condition in all where !wanted.contains(condition) {
      if isNamed, condition == .kind(.examination, slug: nil) { continue }
      wanted.append(condition)
    }
    for place in places where !wanted.contains(result.constraints[place].condition) {
      let source = result.constraints[place].source
      result.hints.removeAll { $0 == source }
    }
    result.constraints[first].condition = wanted.count == 1 ? wanted[0] : .anyOf(wanted)
    result.constraints[first].source = places.map { result.constraints[$0].source }
      .joined(separator: " ")
    for place in places.dropFirst().reversed() { result.constraints.remove(at: place) }
  }

  /// `国家試験以外`: the other examinations are asked for.
  private func addKindOfExcluded(_ result: inout Interpretation) {
    let kinds = result.constraints.filter { $0.id == .kind }
    guard let excluded = kinds.first, kinds.allSatisfy(\.isExcluded),
      excluded.condition.isNamedExamination
    else { return }
    result.constraints.append(
      Constraint(.kind, .kind(.examination, slug: nil), source: excluded.source))
  }
}

extension Constraint.Condition {
  /// Whether it asks for one examination, or for a class of them.
  fileprivate var isNamedExamination: Bool {
    if case .kind(.examination, _?) = self { true } else { false }
  }
}
