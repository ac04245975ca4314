/// Walks the postings of one term, allocating nothing.
///
/// Damaged bytes may give wrong documents, always below the index's number of documents and
/// ascending; they never lead outside the index.
public struct PostingsCursor: FieldCursor {
  /// The current document.
  public private(set) var document: DocumentNumber = 0
  /// The number of documents that have the term.
  public let documentFrequency: Int
  let owner: IndexStorage
  let end: UnsafeRawPointer
  private let table: BlockTable
  private let limits: Limits

  private var block = 0
  /// Documents of the block behind the current one.
  private var remaining = 0
  /// The last document of the block, as far as seeking needs it.
  private var blockLast = Int.max
  /// The current document, as a number to add to; one before the first at first.
  private var current = -1
  private var pointer: UnsafeRawPointer
  private var code: UInt8 = 0
  private var wideMask: FieldMask = 0
  private var wideFrequencies: UnsafeRawPointer
  private var occurrences = 0

  /// The first position not yet skipped, and the positions between it and the current document's.
  var positionsPointer: UnsafeRawPointer
  var pendingPositions = 0

  /// The block that bounds were last asked of, which may lie ahead of the current one.
  private var boundedBlock = 0
  private var boundedLast = -1
  private var boundedBy = Float.infinity

  /// What a valid posting stays below.
  struct Limits {
    let documents: Int
    let fields: Int
  }

  /// Stands at the first of the postings in `region`.
  init(_ region: ByteRegion, documentFrequency: Int, limits: Limits) {
    self.documentFrequency = documentFrequency
    self.limits = limits
    owner = region.owner
    end = region.end
    table = BlockTable(region, documents: documentFrequency)
    pointer = region.start
    wideFrequencies = region.start
    positionsPointer = region.start
    enter(block: 0)
  }

  /// The number of documents that have the term.
  public var cost: Int { documentFrequency }

  /// Moves to the next document and returns it.
  @discardableResult
  public mutating func advance() -> DocumentNumber {
    if remaining > 0 {
      remaining -= 1
      read()
    } else {
      enter(block: block + 1)
    }
    return document
  }

  /// Moves to the first document that is not before `target`, passing over whole blocks.
  @discardableResult
  public mutating func seek(to target: DocumentNumber) -> DocumentNumber {
    guard target > document else { return document }
    let target = target.index
    if target > blockLast {
      enter(block: table.block(with: target, after: block))
    }
    while current < target { advance() }
    return document
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

  /// What no saturated frequency of the term exceeds anywhere.
  var greatestBound: Float {
    table.count > 1 ? (0..<table.count).reduce(0) { max($0, table.bound(of: $1)) } : .infinity
  }

  /// The fields of the current document that have the term.
  @inline(__always)
  public var fieldMask: FieldMask {
    code < FrequencyCode.wide ? 1 << FieldMask(FrequencyCode.field(code)) : wideMask
  }

  /// Returns how often the term stands in a field of the current document.
  @inline(__always)
  public func frequency(of field: Int) -> UInt32 {
    if code < FrequencyCode.wide {
      return FrequencyCode.field(code) == field ? FrequencyCode.frequency(code) : 0
    }
    return wideFrequency(of: field)
  }

  /// Reads the posting at `pointer`, of the document behind `current`.
  @inline(__always)
  private mutating func read() {
    pendingPositions &+= occurrences
    current += 1 + Int(Varint.read(&pointer, end: end))
    guard current < limits.documents, pointer < end else { return stop() }
    document = DocumentNumber(UInt32(truncatingIfNeeded: current))
    code = pointer.load(as: UInt8.self)
    pointer += 1
    guard code < FrequencyCode.wide else { return readWide() }
    occurrences = Int(FrequencyCode.frequency(code))
    if FrequencyCode.field(code) >= limits.fields { stop() }
  }

  private mutating func readWide() {
    wideMask = UInt16(littleEndian: pointer.loadUnaligned(as: UInt16.self))
    pointer += 2
    guard Int(wideMask) < 1 << limits.fields else { return stop() }
    wideFrequencies = pointer
    occurrences = 0
    for _ in 0..<wideMask.nonzeroBitCount {
      occurrences &+= Int(Varint.read(&pointer, end: end))
    }
  }

  private func wideFrequency(of field: Int) -> UInt32 {
    guard 0..<FieldMask.bitWidth ~= field, wideMask & 1 << FieldMask(field) != 0
    else { return 0 }
    var place = wideFrequencies
    let lower = wideMask & (1 << FieldMask(field) - 1)
    Varint.skip(lower.nonzeroBitCount, &place, end: end)
    return Varint.read(&place, end: end)
  }

  private mutating func enter(block number: Int) {
    guard let place = table.place(of: number), place.before >= current else { return stop() }
    block = number
    blockLast = place.last
    current = place.before
    pointer = place.start
    let length = Int(Varint.read(&pointer, end: end))
    guard length <= end - pointer else { return stop() }
    positionsPointer = pointer + length
    pendingPositions = 0
    occurrences = 0
    remaining = place.documents - 1
    read()
  }

  private mutating func stop() {
    document = .end
    current = Int.max - Int(UInt32.max) - 1
    blockLast = Int.max
    block = table.count
    remaining = 0
    code = FrequencyCode.wide
    wideMask = 0
    occurrences = 0
  }
}
