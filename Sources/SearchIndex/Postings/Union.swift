/// Finds the documents that at least one of several cursors meets.
///
/// Every step looks at every cursor, which is best for the few words of a query.
public struct Union<Cursor: DocumentCursor>: DocumentCursor {
  /// The cursors in the order given; those that meet the current document stand there.
  ///
  /// They may be asked for positions; to move one by itself breaks the order.
  public var cursors: [Cursor]
  @usableFromInline var nearest: DocumentNumber = .end

  /// Unites cursors.
  @inlinable
  public init(_ cursors: [Cursor]) {
    self.cursors = cursors
    settle()
  }

  /// The current document.
  @inlinable
  public var document: DocumentNumber { nearest }

  /// The cost of all cursors together.
  @inlinable
  public var cost: Int { cursors.reduce(0) { $0 + $1.cost } }

  /// Moves to the next document and returns it.
  @inlinable
  @discardableResult
  public mutating func advance() -> DocumentNumber {
    guard nearest != .end else { return .end }
    for index in cursors.indices where cursors[index].document == nearest {
      cursors[index].advance()
    }
    return settle()
  }

  /// Moves to the first document that is not before `target` and returns it.
  @inlinable
  @discardableResult
  public mutating func seek(to target: DocumentNumber) -> DocumentNumber {
    guard target > nearest else { return nearest }
    for index in cursors.indices { cursors[index].seek(to: target) }
    return settle()
  }

  @inlinable
  @discardableResult
  mutating func settle() -> DocumentNumber {
    nearest = .end
    for index in cursors.indices { nearest = min(nearest, cursors[index].document) }
    return nearest
  }
}
