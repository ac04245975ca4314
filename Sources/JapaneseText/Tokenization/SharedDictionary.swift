import Synchronization

/// The dictionary, opened when it is first needed: many queries never need it.
public final class SharedDictionary: Sendable {
  private let path: String?
  private let opened = Mutex<MorphologicalAnalyzer?>(nil)

  /// Names the dictionary without opening it; nil looks in the usual places.
  public init(path: String? = nil) {
    self.path = path
  }

  /// The dictionary, opened at the first call.
  public func analyzer() throws(DictionaryError) -> MorphologicalAnalyzer {
    if let analyzer = opened.withLock({ $0 }) { return analyzer }
    let analyzer = try MorphologicalAnalyzer(dictionary: path)
    opened.withLock { $0 = analyzer }
    return analyzer
  }
}
