import Synchronization

/// An object that is made when it is first asked for, is kept, and is looked at without being retained.
///
/// The place holds the bare address: asking for the type of a reference at run time costs more than reading
/// it.
struct Held<Object: AnyObject & Sendable>: ~Copyable, Sendable {
  /// The address of the object, which is retained; 0 while there is none.
  private let address = Atomic<UInt>(0)

  /// The object, if it has been made.
  @inline(__always)
  var object: Unmanaged<Object>? {
    UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)).map(Unmanaged.fromOpaque)
  }

  /// Keeps an object unless another task has been faster; what is kept comes back.
  borrowing func keep(_ made: Object) -> Unmanaged<Object> {
    let retained = Unmanaged.passRetained(made)
    let (isKept, other) = address.compareExchange(
      expected: 0, desired: UInt(bitPattern: retained.toOpaque()),
      ordering: .acquiringAndReleasing)
    if isKept { return retained }
    retained.release()
    return UnsafeRawPointer(bitPattern: other).map(Unmanaged.fromOpaque) ?? retained
  }

  deinit { object?.release() }
}
