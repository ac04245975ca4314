/// All words of a page in reading order, its title and menus among them, in pieces as they are marked.
public struct PageWords {
  /// What is called with the bytes of a piece.
  typealias Visitor = (UnsafeBufferPointer<UInt8>) -> Void

  private let visit: (Visitor) -> Void

  /// Takes what hands the pieces over one after another.
  init(_ visit: @escaping (Visitor) -> Void) {
    self.visit = visit
  }

  /// Calls something with the bytes of every piece, in UTF-8, which are gone afterwards.
  public func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { visit(body) }
}
