/// Finds the documents that all of several cursors meet; of no cursors, none.
///
/// The rarest cursor leads; every other is asked for the leader's document, and where it is further
/// the leader follows.
public struct Intersection<Cursor: DocumentCursor>: DocumentCursor {
  /// The cursors in the order given; at a document all of them stand there.
  ///
  /// They may be asked for positions; to move one by itself breaks the order.
  public var cursors: [Cursor]
  /// Places in `cursors`, the rarest cursor first.
  @usableFromInline let order: [Int]
  @usableFromInline var common: DocumentNumber = .end

  /// Intersects cursors.
  @inlinable
  public init(_ cursors: [Cursor]) {
    self.cursors = cursors
    order = cursors.indices.sorted { cursors[$0].cost < cursors[$1].cost }
    guard let leader = order.first else { return }
    settle(at: self.cursors[leader].document)
  }

  /// The current document.
  @inlinable
  public var document: DocumentNumber { common }

  /// The cost of the rarest cursor.
  @inlinable
  public var cost: Int { order.first.map { cursors[$0].cost } ?? 0 }

  /// Moves to the next common document and returns it.
  @inlinable
  @discardableResult
  public mutating func advance() -> DocumentNumber {
    guard let leader = order.first else { return .end }
    return settle(at: cursors[leader].advance())
  }

  /// Moves to the first common document that is not before `target` and returns it.
  @inlinable
  @discardableResult
  public mutating func seek(to target: DocumentNumber) -> DocumentNumber {
    guard target > common, let leader = order.first else { return common }
    return settle(at: cursors[leader].seek(to: target))
  }

  /// Follows from the leader's document to one that all cursors meet.
  @inlinable
  @discardableResult
  mutating func settle(at start: DocumentNumber) -> DocumentNumber {
    common = start
    var agreeing = 1
    while common != .end, agreeing < order.count {
      let met = cursors[order[agreeing]].seek(to: common)
      if met == common {
        agreeing += 1
      } else {
        common = met == .end ? .end : cursors[order[0]].seek(to: met)
        agreeing = 1
      }
    }
    return common
  }
}
