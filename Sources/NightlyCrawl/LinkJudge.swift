import Crawling
import DocumentParsing
import DomainLexicon
import Foundation
import JapaneseText
import Synchronization

/// Tells by a link's words and address whether it may lead to the recruitment of trainees.
final class LinkJudge: Sendable {
  /// So many scores are remembered: menus are the same on every page of a site.
  private static let mostRemembered = 20_000

  private let lexicon: Lexicon
  private let remembered = Mutex<[String: Double]>([:])

  /// What each kind of word adds; a link below the least score is not followed.
  private static let weights: [(concept: Concept, score: Double)] = [
    (.strongLink, 10), (.goodLink, 5), (.fairLink, 2), (.poorLink, -8),
  ]
  private static let leastScore = 1.5
  /// A frame, or the address to which a page sends its readers on, is what the page is.
  static let scoreOfPart = 20.0
  /// Links in menus lead everywhere; those in the text were put there for a reason.
  private static let navigationPenalty = 0.5

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// The links that are worth following, the best first.
  ///
  /// Those that the page asks crawlers not to follow are none of them.
  func proposals(in links: [DocumentLink]) -> [ProposedLink] {
    links.compactMap { (link: DocumentLink) -> ProposedLink? in
      guard !link.isNotToFollow else { return nil }
      let score = link.isFrame ? Self.scoreOfPart : self.score(of: link)
      return score >= Self.leastScore
        ? ProposedLink(url: link.address, text: link.text, score: score) : nil
    }.sorted { $0.score > $1.score }
  }

  /// An address of a sitemap, of which nothing but itself is known; nil where it promises nothing.
  func proposal(forLocation address: String) -> ProposedLink? {
    let words = address.removingPercentEncoding ?? address
    let score =
      words.lowercased().hasSuffix(".xml")
      ? Self.leastScore : score(ofWords: words.replacing("/", with: " "))
    return score >= Self.leastScore ? ProposedLink(url: address, text: "", score: score) : nil
  }

  private func score(of link: DocumentLink) -> Double {
    let score = score(ofWords: link.text + " " + link.address)
    return link.isNavigation ? score - Self.navigationPenalty : score
  }

  private func score(ofWords text: String) -> Double {
    if let score = remembered.withLock({ $0[text] }) { return score }
    let words = FoldedText(text)
    var score = 0.0
    for (concept, weight) in Self.weights where lexicon.concepts.says(concept, in: words) {
      score += weight
    }
    remembered.withLock { remembered in
      if remembered.count >= Self.mostRemembered { remembered = [:] }
      remembered[text] = score
    }
    return score
  }
}
