import Testing

@testable import MarkedYAML

@Suite("The distance of two words")
struct EditDistanceTests {
  @Test(
    "counts what has to be changed",
    arguments: [
      ("", "", 0), ("name", "name", 0), ("name", "nmae", 1), ("name", "nam", 1),
      ("name", "names", 1), ("name", "game", 1), ("", "name", 4), ("kana", "name", 3),
    ])
  func counts(one: String, other: String, distance: Int) {
    #expect(EditDistance.between(one, other) == distance)
    #expect(EditDistance.between(other, one) == distance)
  }

  @Test(
    "finds the word that was meant, if any is near",
    arguments: [
      ("nmae", "name"), ("schoolsite", "schoolSite"), ("hostz", "hosts"), ("colour", nil),
      ("", nil),
    ] as [(String, String?)])
  func findsTheNearest(word: String, expected: String?) {
    let words = ["name", "schoolSite", "hosts", "kana"]
    #expect(EditDistance.nearest(to: word, among: words) == expected)
  }
}
