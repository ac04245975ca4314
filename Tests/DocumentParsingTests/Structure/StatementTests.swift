import DocumentParsing
import Testing

@Suite("A piece of a page")
struct StatementTests {
  @Test("is changed without changing its copies")
  func copies() {
    let piece = Statement(text: "1名", labels: ["定員"], section: ["募集"], shape: .tableCell)
    var copy = piece
    #expect(copy == piece && copy.hashValue == piece.hashValue)
    copy.text += "程度"
    copy.labels.append("人数")
    copy.column = "2027年度"
    copy.line = "定員 1名"
    copy.isListItem = true
    copy.shape = .paragraph
    copy.section = []
    #expect(piece == Statement(text: "1名", labels: ["定員"], section: ["募集"], shape: .tableCell))
    #expect(copy.text == "1名程度" && copy.labels == ["定員", "人数"] && copy.section.isEmpty)
    #expect(copy.column == "2027年度" && copy.line == "定員 1名" && copy.isListItem)
    #expect(copy.shape == .paragraph && copy != piece)
  }
}
