import Synchronization

/// What has been read in parts of a text, so that it is not read again.
struct Remembered<Value: Sendable>: ~Copyable, Sendable {
  private let values = Mutex<[(range: Range<Int>, value: Value)]>([])

  /// The value of a part, which is read when it is first asked for.
  borrowing func value(of range: Range<Int>, _ read: () -> Value) -> Value {
    let known = values.withLock { values in values.first { $0.range == range }?.value }
    if let known { return known }
    let value = read()
    values.withLock { $0.append((range, value)) }
    return value
  }
}
