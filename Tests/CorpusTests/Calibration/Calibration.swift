import Foundation
import RecruitmentModel

/// How often facts are right, against how sure the readers were of them.
struct Calibration: Sendable {
  /// The facts by their level.
  private let levels: [ConfidenceLevel: [JudgedFact]]

  /// Pages by how much their share of right facts tells of all others.
  enum Pages {
    /// The readers have been mended on them, so that more is right on them than elsewhere.
    case mendedOn
    /// No reader has been made to fit them.
    case unseen
  }

  /// How far the share of a level may lie from its confidence.
  static let tolerance = 0.1
  /// By how much more may surely be right on pages that the readers have been mended on.
  static let advantage = 0.2
  /// What sums of such numbers may be off.
  private static let rounding = 1e-9
  /// Of fewer facts a share says too little.
  static let fewest = 20

  init(of facts: [JudgedFact]) {
    levels = Dictionary(grouping: facts, by: \.level)
  }

  /// The levels whose share is too far from their confidence, a line each.
  func faults(on pages: Pages) -> [String] {
    sorted.compactMap { level, facts in
      let share = Self.share(facts)
      guard share.count >= Self.fewest, Self.isFar(share, from: level, on: pages) else {
        return nil
      }
      return Self.line(level.name, level.confidence, share)
    }
  }

  private static func isFar(
    _ share: Share, from level: ConfidenceLevel, on pages: Pages
  ) -> Bool {
    let confidence = Double(level.confidence) / 100
    let isTooSure = share.value < confidence - tolerance - rounding
    return switch pages {
    case .mendedOn: isTooSure || share.interval.lowerBound > confidence + advantage
    case .unseen: isTooSure || share.value > confidence + tolerance + rounding
    }
  }

  /// A line for each level, and below it one for each of its facts.
  var table: String {
    let lines = sorted.flatMap { level, facts in
      let names = Dictionary(grouping: facts, by: \.name.rawValue).sorted { $0.key < $1.key }
      return [Self.line(level.name, level.confidence, Self.share(facts))]
        + names.map { Self.line("  \($0.key)", level.confidence, Self.share($0.value)) }
    }
    return ([Self.row("level", "confidence", "facts", "right", "interval")] + lines)
      .joined(separator: "\n")
  }

  private var sorted: [(ConfidenceLevel, [JudgedFact])] {
    levels.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func share(_ facts: [JudgedFact]) -> Share {
    Share(right: facts.count(where: \.isRight), count: facts.count)
  }

  private static func line(_ name: String, _ confidence: Int, _ share: Share) -> String {
    let (low, high) = (share.interval.lowerBound, share.interval.upperBound)
    return row(
      name, text(Double(confidence) / 100), "\(share.count)", text(share.value),
      "\(text(low)) to \(text(high))")
  }

  private static func text(_ share: Double) -> String { String(format: "%.2f", share) }

  private static func row(_ name: String, _ cells: String...) -> String {
    name.padding(toLength: max(78, name.count), withPad: " ", startingAt: 0)
      + cells.map { $0.padding(toLength: max(12, $0.count), withPad: " ", startingAt: 0) }.joined()
  }
}
