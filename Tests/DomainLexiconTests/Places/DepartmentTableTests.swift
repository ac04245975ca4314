import DomainLexicon
import JapaneseText
import Testing

@Suite("Departments")
struct DepartmentTableTests {
  @Test("have no name twice")
  func haveNamesOnce() throws {
    let names = try SharedLexicon.lexicon().departments.departments.flatMap {
      [$0.name] + $0.others
    }
    #expect(names.count == Set(names).count)
  }

  @Test("have readings in kana that the dictionary agrees with")
  func haveReadings() throws {
    let analyzer = try SearchAnalyzer(SharedDictionary())
    for department in try SharedLexicon.lexicon().departments.departments {
      let key = try #require(ReadingKey.ofKana(department.kana), "\(department.name)")
      let reading = try analyzer.reading(of: department.name).flatMap(ReadingKey.ofKana)
      #expect(reading == nil || reading == key, "\(department.name)")
    }
  }
}
