import MarkedYAML
import RecruitmentModel

/// Reads the fact that a statement makes.
struct FactReader {
  /// The facts that can be stated; the rules of an examination and the steps of a route are data of
  /// their own.
  static let names = FactName.allCases.filter { $0 != .rules && $0 != .steps }

  /// The bases that a statement from elsewhere can have.
  private enum StatedBasis: String, CaseIterable {
    case reported
    case regulation
  }

  private let reader: KeyedReader
  private let basis: Basis
  private let asOf: PartialDate?
  private let evidence: ExternalEvidence
  private let confidence: Double?

  init(_ reader: KeyedReader, evidence: ExternalEvidence) throws(SourceListError) {
    self.reader = reader
    self.evidence = evidence
    let stated = try reader.requiredWord("basis", StatedBasis.self)
    basis = stated == .reported ? .reported : .regulation
    asOf = try reader.date("asOf")
    confidence = try reader.confidence()
  }

  /// The facts that hold just the one that is stated.
  func facts(_ name: FactName) throws(SourceListError) -> Facts {
    if basis == .regulation, name == .intake || name == .accepting {
      throw reader.place.error(
        .refused(
          "rules do not say “\(name.rawValue)”: they say how an institution recruits, not what it does this year"
        ))
    }
    let node = try reader.required(name.rawValue)
    var facts = Facts()
    switch name {
    case .intake: facts.intake = fact(try Intake(node))
    case .accepting: facts.accepting = fact(try node.word(of: name.rawValue))
    case .fee: facts.fee = fact(try Fee(node))
    case .application: facts.application = fact(try Application(node))
    case .training: facts.training = fact(try Training(node))
    case .selection: facts.selection = fact(try Selection(node))
    case .recommendation: facts.recommendation = fact(try node.word(of: name.rawValue))
    case .obligation: facts.obligation = fact(try Obligation(node))
    case .capacity: facts.capacity = fact(try Capacity(node))
    case .eligibility: facts.eligibility = fact(try node.texts())
    case .departments: facts.departments = fact(try node.texts())
    case .documents: facts.documents = fact(try node.texts())
    case .contact: facts.contact = fact(try Contact(node))
    case .examDate: facts.examDate = fact(try node.items(ExaminationDay.init))
    case .venues: facts.venues = fact(try node.texts())
    case .rules, .steps: break
    }
    return facts
  }

  private func fact<Value>(_ value: Value) -> Fact<Value> {
    Fact(
      value, basis: basis, asOf: asOf, confidence: confidence, evidence: [.elsewhere(evidence)])
  }
}

extension KeyedReader {
  /// How sure whoever wrote the statement down is of it.
  func confidence() throws(SourceListError) -> Double? {
    try value("confidence", as: "a share such as 0.6") { text in
      Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
    }
  }
}

extension MarkedNode {
  fileprivate func texts() throws(SourceListError) -> [String] {
    try items { (item) throws(SourceListError) in try item.text() }
  }
}
