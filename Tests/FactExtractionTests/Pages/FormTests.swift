import Testing

@Suite("Ways of saying things")
struct FormTests {
  @Test("are read as their table says, but for the known faults", arguments: FormTable.allCases)
  func readsForms(table: FormTable) async throws {
    let faults = try FormTable.knownFaults()
    var wrong: [String] = []
    for form in try table.forms() {
      let read = try await form.reading()
      let isRight = form.parts(of: read) == form.parts(of: form.expected)
      if isRight, faults[form.id] != nil {
        wrong.append("\(form.id) is read rightly: take it out of known-faults.tsv")
      } else if !isRight, faults[form.id] == nil {
        wrong.append("\(form.id) “\(form.words)”: wanted \(form.expected), read \(read)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) rows:\n\(wrong.joined(separator: "\n"))")
  }

  @Test("are named once, and every known fault names one")
  func areNamedOnce() throws {
    let ids = try FormTable.allCases.flatMap { try $0.forms().map(\.id) }
    #expect(ids.count == Set(ids).count)
    #expect(Set(try FormTable.knownFaults().keys).subtracting(ids).sorted() == [])
  }
}
