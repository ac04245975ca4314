import SearchIndex
import Testing

@Suite("Index schema")
struct IndexSchemaTests {
  @Test("refuses a name that occurs twice in one list")
  func refusesRepeatedNames() {
    #expect(throws: IndexSchemaError.repeatedName("a")) {
      try IndexSchema(textFields: [.init("a"), .init("b"), .init("a")])
    }
    #expect(throws: IndexSchemaError.repeatedName("c")) {
      try IndexSchema(textFields: [], keywordColumns: ["c", "c"])
    }
  }

  @Test("takes the same name in different lists")
  func takesNamesAcrossLists() throws {
    let schema = try IndexSchema(
      textFields: [.init("a")], integerColumns: ["a"], keywordColumns: ["a"])
    #expect(schema.field(named: "a") == 0)
    #expect(schema.field(named: "b") == nil)
  }

  @Test("refuses more fields than a mask has bits")
  func refusesManyFields() {
    #expect(throws: IndexSchemaError.tooManyTextFields(found: 17, limit: 16)) {
      try IndexSchema(textFields: (0..<17).map { .init("\($0)") })
    }
  }
}
