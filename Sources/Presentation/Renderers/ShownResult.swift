import QueryEngine
import RecruitmentModel

/// A result with its record read.
struct ShownResult {
  let result: SearchResult
  let program: Program

  /// Takes a result; nil where its record cannot be read.
  init?(_ result: SearchResult) {
    guard let program = result.program else { return nil }
    self.result = result
    self.program = program
  }
}
