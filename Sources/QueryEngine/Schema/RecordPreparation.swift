import Dispatch
import DomainLexicon
import JapaneseText
import RecruitmentModel
import SearchIndex
import Synchronization

/// Makes documents of records: cuts their texts and fills their columns, on several cores at once.
struct RecordPreparation: Sendable {
  let analyzer: SearchAnalyzer
  let lexicon: Lexicon
  let keepsRecords: Bool
  private let cutters = SpareCutters()

  /// A record ready to be added to an index.
  struct Prepared: Sendable {
    let id: String
    let document: IndexDocument
    let item: RecordSurvey.Item
  }

  private typealias Outcome = Result<Prepared, ProgramIndexBuildError>

  /// In how many shares records are prepared while the ones before are added.
  private static let shares = 64
  /// How many records are prepared at first, and at most; of records with long texts so few that there are no more
  /// tokens than `mostTokens` at once.
  private static let (fewRecords, mostRecords) = (8, 512)
  private static let mostTokens = 1 << 17

  /// Hands over all records in their order; while some are added, the next are prepared.
  func forEach(
    _ count: Int, _ program: @Sendable (Int) throws(RecordError) -> Program, isParallel: Bool,
    _ add: (Prepared) throws(ProgramIndexBuildError) -> Void
  ) throws(ProgramIndexBuildError) {
    var step = Self.fewRecords
    var ready: [Outcome] = []
    var fault: ProgramIndexBuildError?
    func addReady() {
      do throws(ProgramIndexBuildError) {
        for outcome in ready { try add(try outcome.get()) }
      } catch { fault = error }
      ready = []
    }
    var start = 0
    while start < count {
      let next = start..<min(start + step, count)
      var prepared: [[Outcome]] = []
      if isParallel {
        prepared = prepareInParallel(next, program, meanwhile: addReady)
      } else {
        addReady()
        prepared = [prepare(next, program)]
      }
      if let fault { throw fault }
      ready = prepared.flatMap(\.self)
      start = next.upperBound
      step = Self.step(after: ready)
    }
    addReady()
    if let fault { throw fault }
  }

  /// How many records are prepared next, told by the length of the texts of those before.
  private static func step(after outcomes: [Outcome]) -> Int {
    let tokens = outcomes.reduce(0) { sum, outcome in
      sum + ((try? outcome.get())?.document.texts.values.reduce(0) { $0 + $1.packed.count } ?? 0)
    }
    let fitting = mostTokens * outcomes.count / max(1, tokens)
    return min(max(fitting, 1), mostRecords)
  }

  private func prepareInParallel(
    _ range: Range<Int>, _ program: @Sendable (Int) throws(RecordError) -> Program,
    meanwhile work: () -> Void
  ) -> [[Outcome]] {
    let share = max(1, range.count / Self.shares)
    let shares = stride(from: range.lowerBound, to: range.upperBound, by: share).map {
      $0..<min($0 + share, range.upperBound)
    }
    var results = [[Outcome]](repeating: [], count: shares.count)
    results.withUnsafeMutableBufferPointer { results in
      // Each iteration writes to its own place; the first one does the other work.
      nonisolated(unsafe) let results = results
      nonisolated(unsafe) let work = work
      DispatchQueue.concurrentPerform(iterations: shares.count + 1) { place in
        if place == 0 { work() } else { results[place - 1] = prepare(shares[place - 1], program) }
      }
    }
    return results
  }

  private func prepare(
    _ range: Range<Int>, _ program: (Int) throws(RecordError) -> Program
  ) -> [Outcome] {
    let cutter: WordCutter
    do throws(DictionaryError) { cutter = try cutters.take(for: analyzer) } catch {
      return [.failure(.dictionary(error))]
    }
    defer { cutters.put(cutter) }
    return range.map { place in
      do throws(RecordError) {
        return prepare(try program(place), cutter)
      } catch {
        return .failure(.record(id: "record \(place + 1)", reason: "\(error.key) \(error.reason)"))
      }
    }
  }

  private func prepare(_ program: Program, _ cutter: WordCutter) -> Outcome {
    guard let line = keepsRecords ? try? RecordCoding.jsonLine(program) : "" else {
      return .failure(.record(id: program.id, reason: "cannot be encoded"))
    }
    let institution = program.institution
    var texts: [String: IndexDocument.Text] = [:]
    for (field, text) in [
      (ProgramIndexSchema.TextField.title, program.title),
      (
        .institution,
        [institution.name, institution.nameEn].compactMap { $0 }.joined(separator: "\n")
      ),
      (
        .place,
        [institution.prefecture, institution.city].compactMap { $0 }.joined(separator: "\n")
      ),
      (.text, program.text),
    ] {
      texts[field.rawValue] = tokens(text, cutter)
    }
    let columns = ProgramColumns(program, lexicon: lexicon)
    return .success(
      Prepared(
        id: program.id,
        document: IndexDocument(
          texts: texts, integers: columns.integers, keywords: columns.keywords,
          stored: Array(line.utf8)),
        item: RecordSurvey.Item(program)))
  }

  private func tokens(_ text: String, _ cutter: WordCutter) -> IndexDocument.Text {
    let terms = analyzer.terms(of: text, cutter)
    return IndexDocument.Text(
      packed: PackedTokens(bytes: terms.bytes, ends: terms.ends, positions: terms.positions),
      length: UInt32(clamping: terms.wordCount))
  }
}

/// The cutters that no task uses now, with what they remember.
private final class SpareCutters: Sendable {
  // A cutter goes from one task to the next, never to two.
  private struct Spare: @unchecked Sendable {
    var cutters: [WordCutter] = []
  }

  private let spare = Mutex(Spare())

  func take(for analyzer: SearchAnalyzer) throws(DictionaryError) -> WordCutter {
    let cutter = spare.withLock { $0.cutters.popLast() }
    if let cutter { return cutter }
    return try analyzer.cutter()
  }

  func put(_ cutter: WordCutter) { spare.withLock { $0.cutters.append(cutter) } }
}
