/// Walks the postings of one term, allocating nothing.
///
/// Damaged bytes may give wrong documents, always below the index's number of documents and
/// ascending; they never lead outside the index.
public struct PostingsCursor: FieldCursor {
  /// The current document.
  public private(set) var document: DocumentNumber = 0
  /// The number of documents that have the term.
  public let documentFrequency: Int
  private let owner: IndexStorage
  private let table: BlockTable
  private let documentCount: Int
  private let shapes: OccurrenceShapes

  private var number = 0
  private var block: PostingsBlock
  /// The last document of the block, as far as seeking needs it.
  private var blockLast = Int.max
  /// The current document's place in the block, and the bit of its mark.
  private var place = 0
  private var mark = -1
  /// The current document, as a number to add to; one before the first at first.
  private var current = -1

  /// How many positions the documents before a place of the block have together.
  private var countedPlace = 0
  private var countedPositions = 0

  /// The end that was last passed up to, in which block, and the place of it.
  private var limit: (end: DocumentNumber, block: Int, place: Int, mark: Int) = (0, -1, 0, 0)

  /// The block that bounds were last asked of, which may lie ahead of the current one.
  private var boundedBlock = 0
  private var boundedLast = -1
  private var boundedBy = Float.infinity

  /// Stands at the first of the postings in `region`.
  init(_ region: ByteRegion, documentFrequency: Int, documents: Int, shapes: OccurrenceShapes) {
    self.documentFrequency = documentFrequency
    documentCount = documents
    self.shapes = shapes
    owner = region.owner
    table = BlockTable(region, documents: documentFrequency)
    block = PostingsBlock(at: region.start)
    enter(block: 0)
  }

  /// The number of documents that have the term.
  public var cost: Int { documentFrequency }

  /// Moves to the next document and returns it.
  @inline(__always)
  @discardableResult
  public mutating func advance() -> DocumentNumber {
    if place + 1 < block.count {
      place += 1
      mark = block.mark(from: mark + 1)
      settle()
    } else {
      enter(block: number + 1)
    }
    return document
  }

  /// Moves to the first document that is not before `target`, passing over whole blocks.
  @discardableResult
  public mutating func seek(to target: DocumentNumber) -> DocumentNumber {
    guard target > document else { return document }
    let target = target.index
    if target > blockLast { enter(block: table.block(with: target, after: number)) }
    guard current < target else { return document }
    (place, mark) = block.seek(target, from: (place, mark))
    if place < block.count { settle() } else { enter(block: number + 1) }
    // In damaged bytes the next block may begin before it.
    while current < target { advance() }
    return document
  }

  /// Moves to the first document from the current one on in which the term weighs what is promised.
  ///
  /// Where there is none before `end`, it moves to the first that is not before that. Of most documents
  /// only the shape is looked at.
  mutating func pass(_ promise: borrowing Promise, by scoring: borrowing FieldScoring) {
    let end = promise.end
    while document < end {
      guard blockLast < end.index else {
        // Another window may ask for less, so nothing behind the end may be passed over.
        findLimit(end)
        if !pass(promise, to: limit.place, by: scoring) { stand(atLimit: end) }
        return
      }
      if pass(promise, to: block.count, by: scoring) { return }
      enter(block: number + 1)
    }
  }

  /// Hands over the documents from the current one on that stand before an end, each with its shape, and moves to
  /// the first that does not.
  @inline(__always)
  mutating func forEachShape(
    before end: Int, _ body: (DocumentNumber, _ shape: Int, OccurrenceShapes) -> Void
  ) {
    let shapes = shapes
    while current < end {
      let (block, last) = (block, documentCount)
      let next = block.forEachDocument(from: (place, mark), before: end) { document, place in
        guard document < last else { return }
        let number = DocumentNumber(UInt32(truncatingIfNeeded: document))
        body(number, block.code(at: place), shapes)
      }
      guard let next else {
        enter(block: number + 1)
        continue
      }
      (place, mark) = next
      return settle()
    }
  }

  /// Finds the place in the block of the first document that is not before `end`.
  @inline(__always)
  private mutating func findLimit(_ end: DocumentNumber) {
    guard limit.end != end || limit.block != number else { return }
    let found = block.seek(end.index, from: (place, mark))
    limit = (end, number, found.place, found.mark)
  }

  /// Moves to the place that was found last.
  private mutating func stand(atLimit end: DocumentNumber) {
    guard limit.place < block.count else { return enter(block: number + 1) }
    guard limit.place > place else { return }
    (place, mark) = (limit.place, limit.mark)
    settle()
  }

  /// Moves on inside the block, up to a place; false where no document weighs so much.
  @inline(__always)
  private mutating func pass(
    _ promise: borrowing Promise, to limit: Int, by scoring: borrowing FieldScoring
  ) -> Bool {
    var (known, bit) = (place, mark)
    var next = place - 1
    let (codes, shapes) = (block.codes, shapes)
    while true {
      next = shapes.place(in: codes, from: next + 1, to: limit, keeping: promise)
      guard next < limit else { return false }
      if next > known {
        bit = block.mark(from: bit + 1, passing: next - known - 1)
        known = next
      }
      let found = block.document(at: next, mark: bit)
      guard bit < block.markCount, found >= current, found < documentCount else { return false }
      let document = DocumentNumber(UInt32(truncatingIfNeeded: found))
      guard scoring.weighs(Double(promise.least), shape: Int(codes[next]), shapes, of: document)
      else {
        continue
      }
      (place, mark, current, self.document) = (next, bit, found, document)
      return true
    }
  }

  /// What no saturated frequency from `target` to the end of its block exceeds, and the last document of
  /// which that is true; nothing is read but the table of blocks.
  mutating func bound(at target: Int) -> (bound: Float, last: Int) {
    if target > boundedLast {
      let first = boundedLast < 0 && target <= table.end(of: 0)
      boundedBlock = first ? 0 : table.block(with: target, after: boundedBlock)
      boundedLast = table.end(of: boundedBlock)
      boundedBy = table.bound(of: boundedBlock)
    }
    return (boundedBy, boundedLast)
  }

  /// The blocks of the term.
  var blocks: some Sequence<PostingsBlock> {
    (0..<table.count).lazy.compactMap { table.block(at: $0) }
  }

  /// Lowers bounds of windows to those of the term; one that has not moved yet.
  func lower(_ bounds: inout WindowBounds) {
    guard table.count < 2 else { return bounds.lower(to: table) }
    var cursor = self
    bounds.keep(
      only: sequence(first: document) { _ in
        let next = cursor.advance()
        return next == .end ? nil : next
      })
  }

  /// The shape of the occurrences in the current document.
  @inline(__always)
  private var shape: Int { place < block.count ? block.code(at: place) : Int.max }

  /// The fields of the current document that have the term.
  @inline(__always)
  public var fieldMask: FieldMask { shapes.mask(shape) }

  /// What the term does not weigh more than in the current document, told by its shape alone.
  var weightAtMost: Float { shapes.greatest(shape) }

  /// Whether the term may keep a promise in the current document, told by its shape alone.
  @inline(__always)
  func mayKeep(_ promise: borrowing Promise) -> Bool { promise.mayBeKept(by: shape, of: shapes) }

  /// What the term weighs in the current document.
  @inline(__always)
  func weight(by scoring: borrowing FieldScoring) -> Double {
    scoring.weight(ofShape: shape, shapes, of: document)
  }

  /// Returns how often the term stands in a field of the current document.
  @inline(__always)
  public func frequency(of field: Int) -> UInt32 { shapes.frequency(shape, in: field) }

  /// Returns the term's positions in a field of the current document; none of a term without places.
  ///
  /// Positions are found by passing over those of earlier documents in the block, once.
  public mutating func positions(of field: Int) -> Positions {
    Positions(owner: owner, reader: positionReader(of: field))
  }

  /// Whether the term has places.
  var hasPlaces: Bool { block.hasPlaces }

  /// Returns a reader of the positions in a field of the current document.
  @inline(__always)
  mutating func positionReader(of field: Int) -> PositionReader {
    if countedPlace < place {
      countedPositions &+= shapes.total(in: block.codes, from: countedPlace, to: place)
      countedPlace = place
    }
    var first = countedPositions
    for lower in 0..<max(field, 0) { first &+= Int(frequency(of: lower)) }
    return PositionReader(block, from: first, count: Int(frequency(of: field)))
  }

  /// Takes the document whose mark was found.
  @inline(__always)
  private mutating func settle() {
    let found = block.document(at: place, mark: mark)
    guard mark < block.markCount, found > current, found < documentCount else { return stop() }
    current = found
    document = DocumentNumber(UInt32(truncatingIfNeeded: found))
  }

  private mutating func enter(block next: Int) {
    guard let entry = table.place(of: next), entry.before >= current,
      let found = PostingsBlock(entry.bytes, base: entry.before + 1, count: entry.documents)
    else { return stop() }
    number = next
    block = found
    blockLast = entry.last
    (place, countedPlace, countedPositions) = (0, 0, 0)
    mark = block.mark(from: 0)
    settle()
  }

  private mutating func stop() {
    document = .end
    current = Int.max
    blockLast = Int.max
    number = table.count
    place = block.count
  }
}
