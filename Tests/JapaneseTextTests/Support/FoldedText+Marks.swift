import TestKit

@testable import JapaneseText

extension FoldedText {
  /// The original with marks around the words that some parts of the folded text came from.
  func marking(_ ranges: [Range<Int>]) -> String {
    MarkedText.marking(
      original, ranges.map { Int(origins[$0.lowerBound])..<Int(origins[$0.upperBound]) })
  }
}
