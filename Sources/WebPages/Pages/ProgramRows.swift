import QueryEngine
import RecruitmentModel

/// Where the rows of programs come from: those written before are used again, and so are cells of equal values.
struct ProgramRows: Sendable {
  /// A row but for what a search says of its program, which stands between its two parts.
  struct Row: Sendable {
    let before: HTML
    /// Mostly cells, which equal values share.
    let after: [HTML]

    func with(_ between: HTML) -> HTML { .joined([before, between] + after) }

    /// About the bytes of what it does not share.
    var size: Int { before.size + after.count * MemoryLayout<HTML>.stride + 256 }
  }

  /// Writes the parts of rows.
  struct Writer {
    /// The row at a place of a program, whose facts may be missing, with its cells.
    let row: (_ place: Int, Program, _ cells: [HTML]) -> Row
    /// The cell of a fact of a program.
    let cell: (FactName, Program) -> HTML
  }

  /// How rows are read and shown, as a number: hashing words takes longer than all else that is done with them.
  private static func style(of state: PageState) -> UInt8 {
    let language: UInt8 =
      switch state.language {
      case .japanese: 0
      case .english: 1
      case .chinese: 2
      }
    return language << 2 | (state.hasReadings ? 2 : 0) | (state.view == .table ? 0 : 1)
  }

  /// What a row depends on besides the index and the day.
  private struct Key: Hashable, Sendable {
    let document: UInt32
    let style: UInt8
  }

  /// What a cell depends on: its value, or the kind of a program without one, which says whether it can have one.
  private struct CellKey: Hashable, Sendable {
    let style: UInt8
    /// The place of the fact among those that have cells.
    let fact: UInt8
    let value: [UInt8]
    let kind: ProgramKind?

    init(_ style: UInt8, _ fact: Int, _ value: [UInt8], _ kind: ProgramKind) {
      self.style = style
      self.fact = UInt8(clamping: fact)
      self.value = value
      self.kind = value.isEmpty ? kind : nil
    }
  }

  private let kept = BoundedCache<Key, Row>(bytes: 112 << 20)
  private let cells = BoundedCache<CellKey, HTML>(bytes: 32 << 20)
  private let facts: [FactName]
  private let more: [FactName]
  private let parts: @Sendable (UInt32) -> BriefParts?
  private let program: @Sendable (UInt32, [FactName]) -> Program?

  /// Makes an empty store.
  ///
  /// - Parameters:
  ///   - facts: The facts that have cells, in their order.
  ///   - more: What is needed besides of programs that no hospital offers.
  ///   - parts: Reads what lists show of the record with a number of the index, its facts as bytes.
  ///   - program: Reads that record with some facts.
  init(
    facts: [FactName], more: [FactName], parts: @escaping @Sendable (UInt32) -> BriefParts?,
    program: @escaping @Sendable (UInt32, [FactName]) -> Program?
  ) {
    self.facts = facts
    self.more = more
    self.parts = parts
    self.program = program
  }

  /// The rows of the programs with some numbers; nil for what is no record.
  ///
  /// - Parameters:
  ///   - documents: The numbers.
  ///   - state: How the page is read and shown.
  ///   - isOwn: Whether the rows look otherwise than all other times.
  ///   - writer: Writes what was not written before.
  /// - Returns: The rows, in the order of the numbers.
  func rows(
    _ documents: [UInt32], _ state: PageState, isOwn: Bool, _ writer: Writer
  ) -> [Row?] {
    let style = Self.style(of: state)
    let keys = documents.map { Key(document: $0, style: style) }
    let found = isOwn ? keys.map { _ in nil } : kept.values(of: keys)
    return keys.indices.map { place in
      if let row = found[place] { return row }
      guard let row = row(at: place, documents[place], style, writer) else { return nil }
      if !isOwn {
        kept.keep(row, for: keys[place], size: row.size)
      }
      return row
    }
  }

  private func row(at place: Int, _ document: UInt32, _ style: UInt8, _ writer: Writer) -> Row? {
    // The name of what is no hospital's offer goes with facts that have no cell.
    guard let parts = parts(document), !parts.head.isBesideHospitals else {
      return program(document, facts + more).map { whole in
        writer.row(place, whole, facts.map { writer.cell($0, whole) })
      }
    }
    let keys = parts.facts.enumerated().map { CellKey(style, $0, $1, parts.head.kind) }
    var found = cells.values(of: keys)
    let missing = zip(facts, found).filter { $1 == nil }.map(\.0)
    if !missing.isEmpty {
      guard let whole = program(document, missing) else { return nil }
      for (place, key) in keys.enumerated() where found[place] == nil {
        let cell = writer.cell(facts[place], whole).packed
        cells.keep(cell, for: key, size: cell.size + key.value.count + 256)
        found[place] = cell
      }
    }
    return writer.row(place, parts.head, found.compactMap(\.self))
  }
}
