import RecruitmentModel
import Testing

@Suite("The confidence of facts")
struct CalibrationTests {
  @Test("is not above the share of such facts that are right in the corpus, nor far below it")
  func fitsTheCorpus() async throws {
    let facts = try await CorpusScore.today.value.pages.flatMap(\.judgedFacts)
    let calibration = Calibration(of: facts)
    print("The corpus\n\(calibration.table)")
    let faults = calibration.faults(on: .mendedOn)
    #expect(faults.isEmpty, "\(advice(on: faults))")
  }

  @Test(
    "is the share of such facts that are right on unseen pages, where some are given",
    .enabled(if: !UnseenPages.folders.isEmpty))
  func fitsUnseenPages() async throws {
    let unseen = try await UnseenPages.judgedFacts()
    let corpus = try await CorpusScore.today.value.pages.flatMap(\.judgedFacts)
    let calibration = Calibration(of: unseen)
    print("The unseen pages\n\(calibration.table)")
    print("Both together\n\(Calibration(of: corpus + unseen).table)")
    #expect(!unseen.isEmpty, "CORPUS_EXTRA names no folder with labelled pages")
    let faults = calibration.faults(on: .unseen)
    #expect(faults.isEmpty, "\(advice(on: faults))")
  }

  private func advice(on faults: [String]) -> String {
    """
    The share of facts that are right is too far from the confidence that they are given:
    \(faults.joined(separator: "\n"))
    If the reading has become worse, mend it. If the share has moved for a good reason, measure on \
    pages that the readers have not been mended on, set the numbers in Confidence.swift and the \
    table in CONTRIBUTING.md anew; the section on confidence there says how.
    """
  }

  @Test("is measured with an interval that is the wider the fewer facts there are")
  func hasInterval() {
    let (few, many) = (Share(right: 9, count: 10).interval, Share(right: 900, count: 1000).interval)
    #expect(few.contains(0.6) && !few.contains(0.55))
    #expect(many.contains(0.885) && !many.contains(0.875))
    #expect(Share(right: 3, count: 3).interval.upperBound == 1)
  }

  /// A number of facts of confidence 0.7, with how many of them are right.
  struct Sample: Sendable {
    let count: Int
    let right: Int
    let pages: Calibration.Pages
    let isFar: Bool
  }

  @Test(
    "is found wanting where it is too high or too low, and facts are enough",
    arguments: [
      Sample(count: 19, right: 0, pages: .mendedOn, isFar: false),
      Sample(count: 20, right: 11, pages: .mendedOn, isFar: true),
      Sample(count: 20, right: 12, pages: .mendedOn, isFar: false),
      Sample(count: 20, right: 20, pages: .mendedOn, isFar: false),
      Sample(count: 200, right: 200, pages: .mendedOn, isFar: true),
      Sample(count: 20, right: 11, pages: .unseen, isFar: true),
      Sample(count: 20, right: 15, pages: .unseen, isFar: false),
      Sample(count: 20, right: 17, pages: .unseen, isFar: true),
    ])
  func findsFaults(in sample: Sample) {
    let level = ConfidenceLevel(sort: .single, confidence: 70)
    let facts = (0..<sample.count).map {
      JudgedFact(name: .intake, level: level, isRight: $0 < sample.right)
    }
    #expect(Calibration(of: facts).faults(on: sample.pages).isEmpty != sample.isFar)
  }
}
