/// A cursor of any kind, so that terms, phrases, unions and intersections can stand in one list.
public struct AnyDocumentCursor: DocumentCursor {
  /// The cursor inside.
  public var base: any DocumentCursor

  /// Wraps a cursor.
  public init(_ base: some DocumentCursor) {
    self.base = base
  }

  /// The current document.
  public var document: DocumentNumber { base.document }

  /// The cost of the cursor inside.
  public var cost: Int { base.cost }

  /// Moves to the next document and returns it.
  @discardableResult
  public mutating func advance() -> DocumentNumber {
    base.advance()
  }

  /// Moves to the first document that is not before `target` and returns it.
  @discardableResult
  public mutating func seek(to target: DocumentNumber) -> DocumentNumber {
    base.seek(to: target)
  }
}
