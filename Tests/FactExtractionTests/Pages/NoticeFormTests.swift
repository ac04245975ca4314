import Testing

@Suite("Ways of saying things about examinations and ways to a licence")
struct NoticeFormTests {
  @Test("are read as their table says")
  func readsNotices() async throws {
    var wrong: [String] = []
    for form in try NoticeForm.all() {
      let read = try await form.reading()
      if read != form.expected {
        wrong.append("\(form.id) “\(form.words)”: wanted \(form.expected), read \(read)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) rows:\n\(wrong.joined(separator: "\n"))")
  }

  @Test("are named once")
  func areNamedOnce() throws {
    let ids = try NoticeForm.all().map(\.id)
    #expect(ids.count == Set(ids).count)
    #expect(ids.count > 500)
  }
}
