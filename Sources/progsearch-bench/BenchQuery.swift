import Foundation

/// A query of the bench: words between spaces, and a filter.
struct BenchQuery {
  /// What a word asks for.
  enum Kind {
    case word
    case prefix
    case misspelt
  }

  let id: String
  let group: String
  let words: [(text: String, kind: Kind)]
  let filter: BenchFilter

  /// The queries of a table with the columns id, class, words, filter.
  static func all(at path: String) throws -> [BenchQuery] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map {
      let cells = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4 else { throw CocoaError(.fileReadCorruptFile) }
      return BenchQuery(
        id: cells[0], group: cells[1], words: words(cells[2]),
        filter: try JSONDecoder().decode(BenchFilter.self, from: Data(cells[3].utf8)))
    }
  }

  /// Words, and what stands in quotation marks as one.
  static func words(_ text: String) -> [(text: String, kind: Kind)] {
    var words: [(text: String, kind: Kind)] = []
    var isPhrase = false
    for part in text.split(separator: "\"", omittingEmptySubsequences: false) {
      if isPhrase {
        words.append((String(part), .word))
      } else {
        words += part.split(separator: " ").map { word in
          switch word.last {
          case "*": (String(word.dropLast()), .prefix)
          case "~": (String(word.dropLast()), .misspelt)
          default: (String(word), .word)
          }
        }
      }
      isPhrase.toggle()
    }
    return words
  }
}

/// What a record must say besides; one that does not say is left out.
struct BenchFilter: Decodable {
  var prefecture: [String]?
  var kind: [String]?
  var recommendation: [String]?
  var obligation: String?
  var feeMin: Int32?
  var feeMax: Int32?
  var monthsMax: Int32?
  var closesFrom: String?
  var closesTo: String?

  enum CodingKeys: String, CodingKey {
    case prefecture
    case kind
    case recommendation
    case obligation
    case feeMin = "fee_min"
    case feeMax = "fee_max"
    case monthsMax = "months_max"
    case closesFrom = "closes_from"
    case closesTo = "closes_to"
  }
}
