/// Collects the postings of all terms, document by document, each term's in a chain of bytes.
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
    /// The current document's tokens of this term, as places in `tokens`.
    var head: Int32 = -1
    var tail: Int32 = -1
    /// Whether its places are kept.
    let hasPlaces: Bool
  }

  private struct PendingToken {
    var position: UInt32
    var next: Int32
    var field: UInt8
  }

  private(set) var terms = TermTable()
  private(set) var shapes: ShapeTable
  private let keepsPlaces: @Sendable (UnsafeRawBufferPointer) -> Bool
  private var arena = ByteArena()
  private var states: ContiguousArray<TermState> = []
  // The current document; kept so that their memory is used again.
  private var tokens: ContiguousArray<PendingToken> = []
  private var touched: ContiguousArray<Int> = []
  private var numbers: ContiguousArray<Int> = []
  private var posting: [UInt8] = []
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
    // In two passes, because short loops let the processor wait for several terms at once.
    numbers.removeAll(keepingCapacity: true)
    for token in text { numbers.append(number(of: token.term)) }
    meetNewTerms()
    for (index, number) in numbers.enumerated() {
      link(number, position: text[index].position, field: UInt8(truncatingIfNeeded: field))
    }
  }

  /// Takes tokens laid out for building.
  mutating func add(_ packed: PackedTokens, field: Int) {
    numbers.removeAll(keepingCapacity: true)
    packed.bytes.withUnsafeBytes { bytes in
      var start = 0
      for end in packed.ends {
        let term = UnsafeRawBufferPointer(rebasing: bytes[start..<Int(end)])
        numbers.append(terms.number(of: term))
        start = Int(end)
      }
    }
    meetNewTerms()
    for (index, number) in numbers.enumerated() {
      link(number, position: packed.positions[index], field: UInt8(truncatingIfNeeded: field))
    }
  }

  private mutating func meetNewTerms() {
    while states.count < terms.count {
      states.append(TermState(hasPlaces: terms.withBytes(of: states.count, keepsPlaces)))
    }
  }

  /// Turns the collected tokens into postings of `document`.
  mutating func finish(document: DocumentNumber) {
    // Taken out, so that it can be written while the rest is read.
    var posting: [UInt8] = []
    swap(&posting, &self.posting)
    for term in touched {
      var state = states[term]
      let length = encodePosting(of: state, in: document, to: &posting)
      posting.withUnsafeBytes {
        arena.append(UnsafeRawBufferPointer(rebasing: $0[..<length]), to: &state.chain)
      }
      state.documents += 1
      state.nextDocument = document.rawValue + 1
      state.head = -1
      states[term] = state
    }
    swap(&posting, &self.posting)
    touched.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
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
  private mutating func number(of term: String) -> Int {
    term.utf8.withContiguousStorageIfAvailable { terms.number(of: UnsafeRawBufferPointer($0)) }
      ?? Array(term.utf8).withUnsafeBytes { terms.number(of: $0) }
  }

  @inline(__always)
  private mutating func link(_ number: Int, position: UInt32, field: UInt8) {
    let place = Int32(truncatingIfNeeded: tokens.count)
    tokens.append(PendingToken(position: position, next: -1, field: field))
    guard states[number].head >= 0 else {
      states[number].head = place
      states[number].tail = place
      touched.append(number)
      return
    }
    let last = Int(states[number].tail)
    guard tokens[last].position != position || tokens[last].field != field else {
      tokens.removeLast()
      return
    }
    tokens[last].next = place
    states[number].tail = place
  }

  /// Writes the posting of a term to memory that has room for it; returns its length.
  private mutating func encodePosting(
    of state: TermState, in document: DocumentNumber, to bytes: inout [UInt8]
  ) -> Int {
    let (mask, count) = countFrequencies(from: state.head)
    let shape = UInt32(truncatingIfNeeded: shapes.number(mask: mask, frequencies))
    let room = Varint.longest * (count + 2)
    if bytes.count < room { bytes = [UInt8](repeating: 0, count: 2 * room) }
    return bytes.withUnsafeMutableBufferPointer { bytes in
      var end = 0
      Varint.write(document.rawValue - state.nextDocument, to: bytes, at: &end)
      Varint.write(shape, to: bytes, at: &end)
      guard state.hasPlaces else { return end }
      var place = state.head
      var (field, last): (UInt8, UInt32) = (.max, 0)
      while place >= 0 {
        let token = tokens[Int(place)]
        Varint.write(
          token.field == field ? token.position - last : token.position, to: bytes, at: &end)
        (field, last) = (token.field, token.position)
        place = token.next
      }
      return end
    }
  }

  /// Counts the tokens of a term in each field; returns the fields that have it, and how often it stands there.
  private mutating func countFrequencies(from head: Int32) -> (FieldMask, Int) {
    var mask: FieldMask = 0
    var count = 0
    var place = head
    while place >= 0 {
      let token = tokens[Int(place)]
      let bit: FieldMask = 1 << FieldMask(token.field)
      let before = mask & bit == 0 ? 0 : frequencies[Int(token.field)]
      frequencies[Int(token.field)] = before + 1
      mask |= bit
      count += 1
      place = token.next
    }
    return (mask, count)
  }
}
