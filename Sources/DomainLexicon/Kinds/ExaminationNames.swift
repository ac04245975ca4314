import JapaneseText
import RecruitmentModel

/// Which examination a title or a query names: one of the two on the way to the licence, or one for specialists.
///
/// Two whose names differ are two examinations, so that the fee of one is never an answer about the other.
public struct ExaminationNames: Sendable {
  /// The preliminary examination on the way to the licence, as records' ids name it.
  public static let preliminary = "preliminary-examination"
  /// The national one.
  public static let national = "national-examination"
  /// What stands before the name of a class, any examination of which is meant: `*専門医`.
  public static let anyOf = "*"

  private let concepts: ConceptTable
  private let asked: AskedTable
  private let kinds: KindTable
  private let departments: DepartmentTable
  private let kind: KindName?

  init(_ lexicon: Lexicon) {
    concepts = lexicon.concepts
    asked = lexicon.asked
    kinds = lexicon.kinds
    departments = lexicon.departments
    kind = lexicon.kinds.name(of: .examination)
  }

  /// The name of the examination that a title is about; nil where it says none.
  public func name(inTitle title: String) -> String? {
    let text = FoldedText(title)
    if concepts.says(.preliminaryExamination, in: text) { return Self.preliminary }
    if concepts.says(.nationalExamination, in: text) { return Self.national }
    let names = concepts.ranges(of: .specialistClass, in: text).compactMap { specialist($0, text) }
    return names.first
  }

  /// `第53回総合内科専門医資格認定試験`: what stands before the class, without the society and the year.
  private func specialist(_ word: Range<Int>, _ text: FoldedText) -> String? {
    var start = word.lowerBound
    while start > 0, isOfName(text.scalars[start - 1]) { start -= 1 }
    let before = concepts.ranges(
      of: .beforeExaminationName, in: text, range: start..<word.lowerBound)
    start = before.map(\.upperBound).max() ?? start
    guard start < word.lowerBound else { return nil }
    let name = text.string(in: start..<word.upperBound)
    // 総合内科専門医 has a name of its own; 救急専門医 is that of the department.
    let isKnown = kinds.words.contains { $0.word == name }
    let department = isKnown ? nil : department(text.string(in: start..<word.lowerBound))
    return department.map { $0 + text.string(in: word) } ?? name
  }

  private func department(_ name: String) -> String? {
    departments.departments.first { $0.name == name || $0.others.contains(name) }?.name
  }

  private func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKatakana || scalar == "ー"
  }

  /// The words by which queries name an examination, each with the name.
  var words: [(word: String, name: KindName)] {
    guard let kind else { return [] }
    func named(_ words: [String], _ slug: String) -> [(word: String, name: KindName)] {
      words.map { ($0, KindName(kind: .examination, slug: slug, name: kind.name)) }
    }
    func words(_ concept: Concept) -> [String] {
      concepts.words(for: concept) + asked.words(for: concept)
    }
    let first = concepts.words(for: .specialistClass).first ?? ""
    return named(words(.preliminaryExamination), Self.preliminary)
      + named(words(.nationalExamination), Self.national)
      + named(asked.words(for: .specialistClass), Self.anyOf + first)
  }

  /// A word of the table of kinds with the name that it has among the examinations.
  func named(_ word: String, _ kind: KindName) -> KindName {
    guard kind.kind == .examination else { return kind }
    let text = FoldedText(word)
    let slug: String? =
      if let name = name(inTitle: word) {
        name
      } else if let own = concepts.ranges(of: .specialistClass, in: text).first {
        Self.anyOf + text.string(in: own)
      } else {
        nil
      }
    return KindName(kind: .examination, slug: slug ?? kind.slug, name: kind.name)
  }
}

extension Lexicon {
  /// The names of examinations.
  public var examinations: ExaminationNames { ExaminationNames(self) }

  /// The words by which queries name kinds of programs, those of single examinations among them.
  public var kindWords: [(word: String, name: KindName)] {
    let examinations = examinations
    let own = examinations.words
    let named = Set(own.map(\.word))
    return own
      + kinds.words.filter { !named.contains($0.word) }
      .map { ($0.word, examinations.named($0.word, $0.name)) }
  }
}
