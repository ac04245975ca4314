import Synchronization

/// What pages of a language have in common, with and without readings, made at first need.
final class LanguageCache<Value: Sendable>: Sendable {
  private let made = Mutex<[Int: Value]>([:])

  /// What a page's language has.
  ///
  /// - Parameters:
  ///   - context: What the page is written with.
  ///   - variant: What it differs by besides.
  ///   - make: Makes it of the words of the context alone, and of whether pages are files.
  /// - Returns: What was made, now or before.
  func of(_ context: PageContext, variant: Int = 0, make: () -> Value) -> Value {
    let language =
      switch context.state.language {
      case .japanese: 0
      case .english: 1
      case .chinese: 2
      }
    let key =
      (variant << 2 | language) << 2 | (context.state.hasReadings ? 2 : 0)
      | (context.addresses.isStatic ? 1 : 0)
    if let made = made.withLock({ $0[key] }) { return made }
    let value = make()
    made.withLock { $0[key] = value }
    return value
  }
}
