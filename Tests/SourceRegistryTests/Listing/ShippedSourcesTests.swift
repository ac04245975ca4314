import RecruitmentModel
import SourceRegistry
import Testing

@Suite("The shipped source list")
struct ShippedSourcesTests {
  private let list: SourceList

  init() throws {
    list = try SourceList(yaml: Examples.shipped("sources.yaml"), file: "sources.yaml")
  }

  @Test("has the hospital of every medical school, by founder")
  func coversAllSchools() {
    #expect(list.hospitals.count == 82)
    #expect(list.hospitals.count { $0.founder == .national } == 42)
    #expect(list.hospitals.count { $0.founder == .public } == 8)
    #expect(list.hospitals.count { $0.founder == .private } == 31)
    #expect(list.hospitals.count { $0.founder == .defense } == 1)
  }

  @Test("has a hospital in every prefecture")
  func coversAllPrefectures() {
    #expect(Set(list.hospitals.map(\.names.prefecture)).count == 47)
  }

  @Test("marks the ten hospitals of the first list")
  func marksTheFirstList() {
    #expect(
      list.sources.filter(\.isOnFirstList).map(\.id) == [
        "tohoku", "fukushima-med", "tsukuba", "gunma", "u-tokyo", "nagoya", "nagoya-city", "mie",
        "tokushima", "kagawa",
      ])
  }

  @Test("reads every name in hiragana")
  func readsInHiragana() {
    for name in list.names {
      let kana = name.kana ?? ""
      #expect(kana.unicodeScalars.allSatisfy { ("ぁ"..."ゖ").contains($0) || $0 == "ー" }, "\(kana)")
    }
  }

  @Test("begins with the rules where no recruitment page is known yet")
  func startPages() {
    #expect(list.hospitals.filter { !$0.startPages.isEmpty }.map(\.id) == ["tokushima", "saga"])
  }

  @Test("has who examines and licenses, apart from the hospitals")
  func authorities() {
    #expect(list.sources.filter { $0.role != .hospital }.map(\.id) == ["mhlw", "jsim"])
  }
}
