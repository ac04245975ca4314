/// How far two words are apart, to guess what a misspelt one was meant to be.
package enum EditDistance {
  /// The word that needs the fewest changes; nil where all are too far away to be meant.
  package static func nearest(to word: String, among words: [String]) -> String? {
    let limit = max(1, word.count / 3)
    let distances = words.map { (word: $0, distance: between(word.lowercased(), $0.lowercased())) }
    guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= limit
    else { return nil }
    return best.word
  }

  /// The number of characters to insert, drop, replace, or swap with their neighbour.
  package static func between(_ one: String, _ other: String) -> Int {
    let one = Array(one)
    let other = Array(other)
    var rows = [Array(0...other.count)]
    for (i, character) in one.enumerated() {
      var row = [i + 1]
      for j in other.indices {
        let replaced = rows[i][j] + (character == other[j] ? 0 : 1)
        var least = min(row[j] + 1, rows[i][j + 1] + 1, replaced)
        if i > 0, j > 0, character == other[j - 1], one[i - 1] == other[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }
}
