import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the length of the training.
struct TrainingLength {
  let lexicon: Lexicon

  /// The length that a part of a text states, with where it stands: one, a choice of several, or bounds.
  ///
  /// Lengths of an extension, of experience, of the law or of a part of the training are none.
  func months(in text: FoldedText, _ range: Range<Int>) -> (months: Bounds, range: Range<Int>)? {
    let all = DurationReader().durations(in: text, range: range)
    let lengths = all.filter { length in
      guard length.bound != .before, !text.hasWord(["前"], at: length.range.upperBound) else {
        return false
      }
      let clause = text.stretch(around: length.range) { "。\n、※;()".unicodeScalars.contains($0) }
      let sentence = text.stretch(around: length.range) { "。\n".unicodeScalars.contains($0) }
      let lead = sentence.lowerBound..<length.range.lowerBound
      return !lexicon.concepts.says(.notTheTraining, in: text, range: clause)
        && !lexicon.signs.says(.share, in: text, range: lead)
        && !isUnit(text, length.range) && !isShare(length, among: all, text)
        && !isRefused(text, length.range.upperBound..<sentence.upperBound)
    }
    let totals = lengths.filter { isTotal(text, $0.range) }
    let own = totals.isEmpty ? lengths : totals
    guard let first = own.first else { return nil }
    return (bounds(of: own, first, in: text), first.range)
  }

  /// `内科に6か月、外科に4か月をあてます`: what each of several departments has of it.
  private func isShare(
    _ length: DurationMention, among all: [DurationMention], _ text: FoldedText
  ) -> Bool {
    func isGiven(_ length: DurationMention) -> Bool {
      text.hasWord("に", before: length.range.lowerBound)
    }
    return isGiven(length) && all.count(where: isGiven) > 1
  }

  /// Whether a clause refuses trainings of some length only: `6か月といった短い修練はお引き受けしていません`.
  func refused(in text: FoldedText, _ clause: Range<Int>) -> Bool {
    DurationReader().durations(in: text, range: clause).contains {
      isRefused(text, $0.range.upperBound..<clause.upperBound)
    }
  }

  /// What joins a length to the training that is of it.
  private static let joints = ["の", "といった", "など", "だけの", "未満", "程度の", "に満たない", "や", "以下の"]

  /// Whether what stands behind a length makes it that of a training for which nobody is taken.
  private func isRefused(_ text: FoldedText, _ behind: Range<Int>) -> Bool {
    guard Self.joints.contains(where: { text.hasWord($0, at: behind.lowerBound) }),
      let noun = lexicon.signs.ranges(of: .refusedTraining, in: text, range: behind).first?
        .lowerBound,
      noun - behind.lowerBound <= 14
    else { return false }
    let rest = noun..<behind.upperBound
    return lexicon.concepts.says(.notAccepting, in: text, range: rest)
      || lexicon.concepts.says(.takingTopic, in: text, range: rest)
        && lexicon.concepts.says(.deniedTaking, in: text, range: rest)
  }

  private func bounds(
    of lengths: [DurationMention], _ first: DurationMention, in text: FoldedText
  ) -> Bounds {
    let atMost = lengths.first { $0.bound == .atMost }?.months
    let atLeast = lengths.first { $0.bound == .atLeast }?.months
    switch first.bound {
    case .exactly, .before:
      let exact = lengths.filter { $0.bound == .exactly }.map(\.months)
      // 12か月から18か月まで: the second length ends what the first one begins.
      if exact.count == 1, let atMost, atMost > first.months, atLeast == nil,
        lengths.contains(where: { $0.months == atMost && isJoined($0, to: first, in: text) })
      {
        return Bounds(min: first.months, max: atMost)
      }
      return Bounds(min: exact.min() ?? first.months, max: exact.max() ?? first.months)
    case .atMost:
      return Bounds(min: atLeast.flatMap { $0 <= first.months ? $0 : nil }, max: first.months)
    case .atLeast:
      return Bounds(min: first.months, max: atMost.flatMap { $0 >= first.months ? $0 : nil })
    }
  }

  /// Whether nothing but から stands between two lengths.
  private func isJoined(
    _ second: DurationMention, to first: DurationMention, in text: FoldedText
  ) -> Bool {
    let between = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
    return ["から", "~", "より", "以上"].contains(text.string(in: between).trimmingBlanks)
  }

  /// `計12か月`: the sum of parts that are named before it.
  private func isTotal(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    lexicon.signs.says(.altogether, atEndOf: 0..<range.lowerBound, in: text)
  }

  /// `6か月ずつ`, `3か月を単位として`, `6か月単位`: a step, not a length.
  private func isUnit(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    lexicon.signs.says(
      .lengthAsStep, atStartOf: range.upperBound..<text.scalars.count, in: text)
  }

  /// Whole months between the first and the last day, rounded.
  static func months(from starts: PartialDate?, to ends: PartialDate?) -> Bounds? {
    guard let starts, let ends, let first = starts.month, let last = ends.month else { return nil }
    var months = last - first
    if let one = starts.year, let other = ends.year {
      months += (other - one) * 12
    } else if months <= 0 {
      months += 12
    }
    let days = (ends.day ?? 31) - (starts.day ?? 1) + 1
    months += days >= 15 ? 1 : days <= -15 ? -1 : 0
    return (1...120).contains(months) ? Bounds(exactly: months) : nil
  }
}
