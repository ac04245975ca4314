import Crawling
import DocumentParsing
import DomainLexicon
import JapaneseText

/// Tells by a link's words and address whether it may lead to the recruitment of trainees.
struct LinkJudge: Sendable {
  private let lexicon: Lexicon

  /// What each kind of word adds; a link below the least score is not followed.
  private static let weights: [(concept: Concept, score: Double)] = [
    (.strongLink, 10), (.goodLink, 5), (.fairLink, 2), (.poorLink, -8),
  ]
  private static let leastScore = 1.5
  /// Links in menus lead everywhere; those in the text were put there for a reason.
  private static let navigationPenalty = 0.5

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// The links of a page that are worth following, the best first.
  func proposals(in page: ParsedDocument) -> [ProposedLink] {
    page.links.compactMap { link in
      let score = score(of: link)
      return score >= Self.leastScore
        ? ProposedLink(url: link.address, text: link.text, score: score) : nil
    }.sorted { $0.score > $1.score }
  }

  private func score(of link: DocumentLink) -> Double {
    let words = FoldedText(link.text + " " + link.address)
    var score = 0.0
    for (concept, weight) in Self.weights where lexicon.concepts.says(concept, in: words) {
      score += weight
    }
    return link.isNavigation ? score - Self.navigationPenalty : score
  }
}
