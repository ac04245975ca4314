/// Finds words that somebody may have meant.
public enum NearWords {
  /// The most words that are offered.
  private static let most = 3

  /// The words nearest to one, the nearest first; none that is far off.
  public static func nearest(to word: String, among words: [String]) -> [String] {
    let letters = Array(word.lowercased())
    let limit = max(2, letters.count / 3)
    return words.map { ($0, distance(letters, Array($0.lowercased()))) }
      .filter { $0.1 <= limit || $0.0.lowercased().contains(word.lowercased()) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(most).map(\.0)
  }

  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var previous = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var current = [row + 1]
      for (column, candidate) in other.enumerated() {
        current.append(
          min(
            previous[column + 1] + 1, current[column] + 1,
            previous[column] + (letter == candidate ? 0 : 1)))
      }
      previous = current
    }
    return previous[other.count]
  }
}
