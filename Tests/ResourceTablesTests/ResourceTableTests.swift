import ResourceTables
import Testing

@Suite("A resource table")
struct ResourceTableTests {
  private static func table(_ text: String) throws(TableError) -> ResourceTable {
    try ResourceTable(name: "words.tsv", bytes: Array(text.utf8), columns: ["topic", "words"])
  }

  @Test("has the rows behind the comments and the names of the columns")
  func hasRows() throws {
    let table = try Self.table("# What it is.\n\ntopic\twords\nfee\t修練料;料金\n# between\nplace\t会場\n")
    #expect(table.name == "words.tsv")
    #expect(table.rows.map { $0["topic"] } == ["fee", "place"])
    #expect(table.rows.map { $0.list("words") } == [["修練料", "料金"], ["会場"]])
    #expect(table.rows.map(\.line) == [4, 6])
    #expect(table.rows.map(\.table) == ["words.tsv", "words.tsv"])
  }

  @Test("may have empty cells, and no end of line at the end")
  func mayHaveEmptyCells() throws {
    let row = try #require(try Self.table("topic\twords\nfee\t").rows.first)
    #expect(row["words"].isEmpty)
    #expect(row.list("words").isEmpty)
  }

  @Test("may have Windows line ends")
  func mayHaveWindowsLineEnds() throws {
    let table = try Self.table("# What it is.\r\ntopic\twords\r\nfee\t料金\r\n")
    #expect(table.rows.map { $0["words"] } == ["料金"])
    #expect(table.rows.map(\.line) == [3])
  }

  @Test("has nothing in a column that it does not have")
  func hasNoOtherColumns() throws {
    #expect(try Self.table("topic\twords\nfee\t料金").rows.map { $0["example"] } == [""])
  }

  @Test(
    "says in which line it is wrong",
    arguments: [
      ("# What it is.\ntopic\tword\nfee\t料金", 2, "columns"), ("topic\nfee\t料金", 1, "columns"),
      ("topic\twords\nfee\t料金\n\nplace", 4, "1 cells instead of 2"),
      ("topic\twords\nfee\t料金\t円", 2, "3 cells instead of 2"), ("", 1, "columns"),
      ("# What it is.\n", 2, "columns"),
    ])
  func saysWhere(text: String, line: Int, reason: String) throws {
    let error = try #require(throws: TableError.self) { try Self.table(text) }
    #expect(error.table == "words.tsv")
    #expect(error.line == line)
    #expect(error.reason.contains(reason), "\(error.reason)")
  }

  @Test("must be UTF-8")
  func mustBeUTF8() throws {
    let error = try #require(throws: TableError.self) {
      try ResourceTable(name: "words.tsv", bytes: [0x74, 0xFF], columns: ["topic"])
    }
    #expect(error.description == "words.tsv, line 1: is not UTF-8")
  }

  @Test("says where a cell has a value that its column does not allow")
  func checksValues() throws {
    let rows = try Self.table("topic\twords\n3\t料金\nfee\t料金").rows
    #expect(try rows.first?.value("topic") { Int($0) } == 3)
    let error = try #require(throws: TableError.self) {
      try rows.last?.value("topic") { Int($0) }
    }
    #expect(error.line == 3)
    #expect(error.description.contains("“fee” in column topic"))
  }
}
