@testable import Presentation
import Testing

@Suite struct CSVCellTests {
  @Test(
    "RFC 4180, section 2: what has a comma or a quotation mark stands in quotation marks",
    arguments: [
      ("見本", "見本"), ("", ""), ("a,b", "\"a,b\""), ("say \"yes\"", "\"say \"\"yes\"\"\""),
      ("a;b", "\"a;b\""), ("a\nb", "a b"), ("a\r\nb", "a b"), (" a", "\" a\""),
    ])
  func quoting(text: String, cell: String) {
    #expect(CSVCell.encoded(text) == cell)
  }

  @Test(
    "No cell is a formula, in any width, behind blanks or behind what is not seen",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A1", "\t=1", "\r=1", "\u{3000}=1", " =1",
      "\u{200B}=1", "\u{FEFF}@A1", "=\u{301}1", "−1",
    ])
  func formulas(text: String) {
    let cell = CSVCell.encoded(text).drop { $0 == "\"" }
    #expect(cell.unicodeScalars.first == "'")
  }
}
