/// Collects the postings of all terms, each term's in a chain of bytes.
///
/// A posting in a chain is three varints and more: the gap to the document before, less one; the number of
/// the shape of its occurrences; and for a term that has places, for each of its fields the positions, the
/// first as it is, then the gaps.
struct PostingsAccumulator: ~Copyable {
  private struct TermState {
    var chain = ByteArena.Chain()
    var documents: UInt32 = 0
    /// The first number that the next document can have.
    var nextDocument: UInt32 = 0
    /// Whether its places are kept.
    let hasPlaces: Bool
  }

  private(set) var terms = TermTable()
  private(set) var shapes: ShapeTable
  private let keepsPlaces: @Sendable (UnsafeRawBufferPointer) -> Bool
  private var arena = ByteArena()
  private var states: ContiguousArray<TermState> = []
  /// The documents whose tokens are in the chains.
  private var settled: UInt32 = 0
  private var waiting = WaitingTokens()
  // Kept so that their memory is used again.
  private var numbers: ContiguousArray<UInt32> = []
  private var postings: [UInt8] = []
  private var frequencies = [UInt32](repeating: 0, count: IndexSchema.textFieldLimit)

  /// Starts empty for so many fields; `keepsPlaces` tells of which terms the places are kept.
  init(fields: Int, keepsPlaces: @escaping @Sendable (UnsafeRawBufferPointer) -> Bool) {
    shapes = ShapeTable(fields: fields)
    self.keepsPlaces = keepsPlaces
  }

  /// Takes the tokens of one field; fields come in ascending order.
  mutating func add(_ text: [IndexDocument.Token], field: Int) {
    guard text.indices.dropFirst().allSatisfy({ text[$0 - 1].position <= text[$0].position })
    else { return add(text.sorted { $0.position < $1.position }, field: field) }
    numbers.removeAll(keepingCapacity: true)
    for token in text { numbers.append(number(of: token.term)) }
    waiting.add(numbers, termCount: terms.count, field: field) { text[$0].position }
  }

  /// Takes tokens laid out for building.
  mutating func add(_ packed: PackedTokens, field: Int) {
    terms.findNumbers(of: packed, &numbers)
    packed.positions.withUnsafeBufferPointer { positions in
      waiting.add(numbers, termCount: terms.count, field: field) { positions[$0] }
    }
  }

  /// Ends a document: what was taken since the last one belongs to it.
  mutating func finishDocument() {
    waiting.finishDocument()
    if waiting.areMany { settle() }
  }

  /// Turns the tokens that wait into postings; only then can postings be asked for.
  mutating func settle() {
    while states.count < terms.count {
      states.append(TermState(hasPlaces: terms.withBytes(of: states.count, keepsPlaces)))
    }
    // Taken out, so that they can be read and written while the rest is.
    var (waiting, postings) = (WaitingTokens(), [UInt8]())
    swap(&waiting, &self.waiting)
    swap(&postings, &self.postings)
    let documents = UInt32(truncatingIfNeeded: waiting.documents)
    waiting.removeAll { term, places in append(places, to: term, by: &postings) }
    settled += documents
    swap(&waiting, &self.waiting)
    swap(&postings, &self.postings)
  }

  /// Returns the number of documents that have a term.
  func documentFrequency(of term: Int) -> Int {
    Int(states[term].documents)
  }

  /// Whether the places of a term are kept.
  func hasPlaces(_ term: Int) -> Bool { states[term].hasPlaces }

  /// Puts the postings of a term into `bytes`, in place of what is there.
  func copyPostings(of term: Int, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    arena.forEachPiece(of: states[term].chain) { bytes.append(contentsOf: $0) }
  }

  @inline(__always)
  private mutating func number(of term: String) -> UInt32 {
    let number =
      term.utf8.withContiguousStorageIfAvailable { terms.number(of: UnsafeRawBufferPointer($0)) }
      ?? Array(term.utf8).withUnsafeBytes { terms.number(of: $0) }
    return UInt32(truncatingIfNeeded: number)
  }

  /// Appends the postings of some documents to the chain of a term; `postings` is memory for them.
  private mutating func append(
    _ places: UnsafeBufferPointer<WaitingTokens.Place>, to term: Int, by postings: inout [UInt8]
  ) {
    // A document with one token has three numbers; each further token is one number at most.
    let room = Varint.longest * 3 * places.count
    if postings.count < room { postings = [UInt8](repeating: 0, count: 2 * room) }
    var state = states[term]
    let length = postings.withUnsafeMutableBufferPointer { encode(places, &state, to: $0) }
    postings.withUnsafeBytes {
      arena.append(UnsafeRawBufferPointer(rebasing: $0[..<length]), to: &state.chain)
    }
    states[term] = state
  }

  /// Writes the postings of a term to memory that has room for them; returns their length.
  private mutating func encode(
    _ places: UnsafeBufferPointer<WaitingTokens.Place>, _ state: inout TermState,
    to bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var (start, end) = (0, 0)
    while start < places.count {
      let document = settled + places[start].document
      let (mask, stop) = Self.countFrequencies(of: places, from: start, &frequencies)
      let shape = shapes.number(mask: mask, frequencies)
      Varint.write(document - state.nextDocument, to: bytes, at: &end)
      Varint.write(UInt32(truncatingIfNeeded: shape), to: bytes, at: &end)
      if state.hasPlaces {
        Self.write(UnsafeBufferPointer(rebasing: places[start..<stop]), to: bytes, at: &end)
      }
      state.documents += 1
      state.nextDocument = document + 1
      start = stop
    }
    return end
  }

  /// Writes where a term stands in one document.
  @inline(__always)
  private static func write(
    _ places: UnsafeBufferPointer<WaitingTokens.Place>,
    to bytes: UnsafeMutableBufferPointer<UInt8>, at end: inout Int
  ) {
    var last: WaitingTokens.Place?
    for place in places where place != last {
      let before = last?.field == place.field ? last?.position ?? 0 : 0
      Varint.write(place.position - before, to: bytes, at: &end)
      last = place
    }
  }

  /// Counts the tokens of a term in each field of the document of a token; a token that is there twice counts once.
  ///
  /// Returns the fields that have the term, and where the tokens of the next document begin.
  @inline(__always)
  private static func countFrequencies(
    of places: UnsafeBufferPointer<WaitingTokens.Place>, from start: Int,
    _ frequencies: inout [UInt32]
  ) -> (mask: FieldMask, end: Int) {
    let document = places[start].document
    var mask: FieldMask = 0
    var end = start
    repeat {
      let field = places[end].field
      let bit: FieldMask = 1 << FieldMask(field)
      if end == start || places[end] != places[end - 1] {
        frequencies[field] = mask & bit == 0 ? 1 : frequencies[field] + 1
      }
      mask |= bit
      end += 1
    } while end < places.count && places[end].document == document
    return (mask, end)
  }
}
