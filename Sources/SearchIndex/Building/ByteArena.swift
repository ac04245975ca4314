/// Many growing byte strings in few large pieces of memory.
///
/// Each string is a chain of slices that double in size, so that a rare term costs a few bytes and a
/// common one little more than its content. The last bytes of a slice hold the address of the next.
struct ByteArena: ~Copyable, @unchecked Sendable {
  // `@unchecked Sendable`: the arena alone owns its memory, and cannot be copied.

  /// One growing byte string, empty at first.
  struct Chain {
    fileprivate var first: UInt32 = 0
    fileprivate var current: UInt32 = 0
    fileprivate var used: UInt16 = 0
    fileprivate var level: UInt8 = 0
    fileprivate var isStarted = false
  }

  /// Addresses count units of this many bytes, so 32 bits reach 64 GiB.
  private static let unit = 16
  private static let unitsPerChunk = 1 << 16
  private static let largestLevel: UInt8 = 10
  private static let linkLength = 4

  private var chunks: [UnsafeMutableRawPointer] = []
  private var usedUnits = Self.unitsPerChunk

  deinit {
    chunks.forEach { $0.deallocate() }
  }

  /// Appends to a chain.
  mutating func append(_ bytes: UnsafeRawBufferPointer, to chain: inout Chain) {
    if !chain.isStarted { start(&chain) }
    var source = 0
    while source < bytes.count {
      let room = Self.capacity(chain.level) - Int(chain.used)
      if room == 0 {
        extend(&chain)
        continue
      }
      let length = min(room, bytes.count - source)
      let piece = UnsafeRawBufferPointer(rebasing: bytes[source..<source + length])
      UnsafeMutableRawBufferPointer(start: address(chain.current) + Int(chain.used), count: length)
        .copyMemory(from: piece)
      chain.used += UInt16(truncatingIfNeeded: length)
      source += length
    }
  }

  /// Calls `body` with the pieces of a chain, in order.
  func forEachPiece<Failure: Error>(
    of chain: Chain, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    guard chain.isStarted else { return }
    var slice = chain.first
    var level: UInt8 = 0
    while slice != chain.current {
      let start = address(slice)
      let length = Self.capacity(level)
      try body(UnsafeRawBufferPointer(start: start, count: length))
      slice = start.loadUnaligned(fromByteOffset: length, as: UInt32.self)
      level = min(level + 1, Self.largestLevel)
    }
    try body(UnsafeRawBufferPointer(start: address(slice), count: Int(chain.used)))
  }

  private mutating func start(_ chain: inout Chain) {
    chain.first = allocate(level: 0)
    chain.current = chain.first
    chain.isStarted = true
  }

  private mutating func extend(_ chain: inout Chain) {
    let level = min(chain.level + 1, Self.largestLevel)
    let next = allocate(level: level)
    address(chain.current).storeBytes(
      of: next, toByteOffset: Self.capacity(chain.level), as: UInt32.self)
    chain.current = next
    chain.level = level
    chain.used = 0
  }

  private mutating func allocate(level: UInt8) -> UInt32 {
    let units = 1 << Int(level)
    if usedUnits + units > Self.unitsPerChunk {
      chunks.append(
        .allocate(byteCount: Self.unitsPerChunk * Self.unit, alignment: Self.unit))
      usedUnits = 0
    }
    defer { usedUnits += units }
    return UInt32((chunks.count - 1) * Self.unitsPerChunk + usedUnits)
  }

  @inline(__always)
  private static func capacity(_ level: UInt8) -> Int {
    unit << Int(level) - linkLength
  }

  @inline(__always)
  private func address(_ slice: UInt32) -> UnsafeMutableRawPointer {
    chunks[Int(slice) / Self.unitsPerChunk] + Int(slice) % Self.unitsPerChunk * Self.unit
  }
}
