/// What documents must fulfil beside having some words.
public struct DocumentFilter {
  /// Whether a document fulfils it.
  let admits: (DocumentNumber) -> Bool
  /// Which windows may have a document that fulfils it; nil where that is not known.
  private let windows: [Bool]?

  /// A test of each document.
  public init(_ admits: @escaping (DocumentNumber) -> Bool) {
    self.admits = admits
    windows = nil
  }

  /// Asks for any of some texts in a column; windows that have none of them are passed over as a whole.
  public init(_ column: KeywordColumn, anyOf texts: [String]) {
    var isChosen = [Bool](repeating: false, count: column.distinctCount)
    let ordinals = texts.compactMap(column.ordinal(of:))
    for ordinal in ordinals { isChosen[ordinal] = true }
    let chosen = isChosen
    admits = { column.hasAny(of: chosen, $0) ?? false }
    windows = column.windows.having(anyOf: ordinals)
  }

  /// Asks for all of some filters, the one given first before the others; nil for none.
  public init?(allOf filters: [DocumentFilter]) {
    guard let first = filters.first else { return nil }
    guard filters.count > 1 else {
      self = first
      return
    }
    let tests = filters.map(\.admits)
    admits = { document in tests.allSatisfy { $0(document) } }
    windows = filters.compactMap(\.windows).reduce(nil as [Bool]?) { common, next in
      common.map { zip($0, next).map { $0 && $1 } } ?? next
    }
  }

  /// The stretches of so many documents outside which none fulfils it.
  func stretches(of documents: Int) -> [Range<Int>] {
    guard let windows else { return [0..<documents] }
    var stretches: [Range<Int>] = []
    for (window, isOpen) in windows.enumerated() where isOpen {
      let range = DocumentWindow.documents(of: window, of: documents)
      if let last = stretches.last, last.upperBound == range.lowerBound {
        stretches[stretches.count - 1] = last.lowerBound..<range.upperBound
      } else {
        stretches.append(range)
      }
    }
    return stretches
  }

  /// Takes their bounds from the windows without a document that fulfils it.
  func clear(_ bounds: inout WindowBounds) {
    guard let windows else { return }
    for (window, isOpen) in windows.enumerated() where !isOpen { bounds.clear(window) }
  }
}
