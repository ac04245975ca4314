/// Walks the terms of an index in ascending order of their bytes.
public struct TermCursor {
  private let dictionary: TermDictionary
  private var pointer: UnsafeRawPointer
  private var postingsOffset: UInt64 = 0
  /// The number of the term behind the current one.
  private var following = 0

  /// The current term's bytes; empty behind the last.
  public private(set) var bytes: [UInt8] = []
  /// How many bytes the current term has in common with the one before, as far as is known.
  ///
  /// It never promises too much, so work on a shared beginning need not be repeated.
  public private(set) var sharedLength = 0
  /// The number of documents that have the current term.
  public private(set) var documentFrequency = 0
  /// Whether there is no current term.
  public private(set) var isAtEnd = false
  private var place = PostingsPlace(offset: 0, length: 0)

  /// Stands at the first term of a block.
  init(_ dictionary: TermDictionary, block: Int = 0) {
    self.dictionary = dictionary
    pointer = dictionary.terms.start
    enter(block: block)
  }

  /// The current term as an entry, nil behind the last.
  public var entry: TermEntry? {
    isAtEnd
      ? nil : TermEntry(bytes: bytes, documentFrequency: documentFrequency, postings: place)
  }

  /// Moves to the next term.
  public mutating func advance() {
    guard !isAtEnd else { return }
    if following % TermDictionaryWriter.blockLength == 0 {
      enter(block: following / TermDictionaryWriter.blockLength)
    } else {
      read()
    }
  }

  /// Moves forward, term by term, to the first that is not below `key`.
  mutating func advance(to key: UnsafeRawBufferPointer) {
    while !isAtEnd, bytes.withUnsafeBytes({ Platform.order($0, key) }) < 0 { advance() }
  }

  private mutating func enter(block: Int) {
    guard let start = dictionary.start(ofBlock: block) else { return stop() }
    following = block * TermDictionaryWriter.blockLength
    pointer = start.terms
    postingsOffset = start.postings
    bytes.removeAll(keepingCapacity: true)
    read()
  }

  private mutating func read() {
    let end = dictionary.terms.end
    guard following < dictionary.count, pointer < end else { return stop() }
    let shared = Int(Varint.read(&pointer, end: end))
    let further = Int(Varint.read(&pointer, end: end))
    guard shared <= bytes.count, further <= end - pointer else { return stop() }
    bytes.removeLast(bytes.count - shared)
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: pointer, count: further))
    pointer += further
    sharedLength = shared
    documentFrequency = Int(Varint.read(&pointer, end: end))
    let length = readLength(end: end)
    place = PostingsPlace(offset: postingsOffset, length: length)
    postingsOffset &+= length
    following += 1
  }

  private mutating func readLength(end: UnsafeRawPointer) -> UInt64 {
    let low = Varint.read(&pointer, end: end)
    let high = low & 1 == 0 ? 0 : Varint.read(&pointer, end: end)
    return UInt64(low >> 1) | UInt64(high) << 31
  }

  private mutating func stop() {
    isAtEnd = true
    bytes.removeAll()
    documentFrequency = 0
    sharedLength = 0
  }
}
