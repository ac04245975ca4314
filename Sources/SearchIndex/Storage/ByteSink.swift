/// A place that an index is written to, front to back, with one return to the beginning.
protocol ByteSink {
  /// What can go wrong; `Never` in memory.
  associatedtype Failure: Error

  /// Takes the next bytes.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(Failure)
  /// Writes over the first bytes, which have been appended before.
  mutating func replaceStart(with bytes: UnsafeRawBufferPointer) throws(Failure)
}

/// Collects the bytes in memory.
struct MemorySink: ByteSink {
  typealias Failure = Never

  private(set) var bytes: [UInt8] = []

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    self.bytes.append(contentsOf: bytes)
  }

  mutating func replaceStart(with bytes: UnsafeRawBufferPointer) {
    self.bytes.replaceSubrange(0..<bytes.count, with: bytes)
  }
}

/// Writes the bytes to an open file.
struct FileSink: ByteSink {
  typealias Failure = SystemError

  let file: Int32

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try Platform.write(bytes, to: file)
  }

  mutating func replaceStart(with bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try Platform.rewind(file)
    try Platform.write(bytes, to: file)
  }
}
