package import QueryEngine
import RecruitmentModel

/// What every answer in JSON says of what it stands on, in the shape of the answer to a query.
package struct AnswerFrame: Encodable {
  private let asOf: CalendarDay?
  private let coverage: Coverage
  private let truncated: Bool

  /// Makes a frame.
  ///
  /// - Parameters:
  ///   - coverage: What the index covers.
  ///   - age: How old what it says is.
  ///   - isTruncated: Whether programs that belong to the answer are left out.
  package init(_ coverage: Coverage, _ age: RecordsAge, isTruncated: Bool = false) {
    asOf = age.newest
    self.coverage = coverage
    truncated = isTruncated
  }

  /// An answer's object with the frame's keys beside its own.
  ///
  /// - Parameter object: An object as one line, with at least one key.
  /// - Returns: The object as one line, without a line end.
  /// - Throws: What is wrong with the values.
  package func line(around object: String) throws -> String {
    "\(try RecordCoding.jsonLine(self).dropLast()),\(object.dropFirst())"
  }
}
