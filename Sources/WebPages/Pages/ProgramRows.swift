import QueryEngine
import RecruitmentModel

/// Where the rows of programs come from: those written before are used again.
struct ProgramRows: Sendable {
  /// A row but for what a search says of its program, which stands between its two parts.
  struct Row: Sendable {
    let before: HTML
    let after: HTML

    func with(_ between: HTML) -> HTML { .joined([before, between, after]) }
  }

  /// What a row depends on besides the index and the day.
  private struct Key: Hashable, Sendable {
    let document: UInt32
    let language: WebLanguage
    let hasReadings: Bool
    let view: PageState.View
  }

  private let kept = BoundedCache<Key, Row>(bytes: 112 << 20)
  private let program: @Sendable (UInt32) -> Program?

  /// Makes an empty store.
  ///
  /// - Parameter program: Reads the record with a number of the index.
  init(program: @escaping @Sendable (UInt32) -> Program?) {
    self.program = program
  }

  /// The rows of the programs with some numbers; nil for what is no record.
  ///
  /// - Parameters:
  ///   - documents: The numbers.
  ///   - state: How the page is read and shown.
  ///   - isOwn: Whether the rows look otherwise than all other times.
  ///   - write: Writes the row at a place.
  /// - Returns: The rows, in the order of the numbers.
  func rows(
    _ documents: [UInt32], _ state: PageState, isOwn: Bool, write: (Int, Program) -> Row
  ) -> [Row?] {
    let keys = documents.map {
      Key(
        document: $0, language: state.language, hasReadings: state.hasReadings, view: state.view)
    }
    let found = kept.values(of: keys)
    return keys.indices.map { place in
      if !isOwn, let row = found[place] { return row }
      guard let program = program(documents[place]) else { return nil }
      let row = write(place, program)
      if !isOwn {
        kept.keep(row, for: keys[place], size: row.before.size + row.after.size + 256)
      }
      return row
    }
  }
}
