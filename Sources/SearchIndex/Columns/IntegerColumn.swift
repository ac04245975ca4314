/// A column of numbers: for each document any number of values, in the order given.
public struct IntegerColumn: Sendable {
  private let starts: ColumnStarts
  private let values: PackedNumbers

  init(starts: ColumnStarts, values: PackedNumbers) {
    self.starts = starts
    self.values = values
  }

  /// The values of a document, read where they stand; empty where nothing is known.
  @inline(__always)
  public subscript(document: DocumentNumber) -> Values {
    Values(values: values, range: starts.range(of: document))
  }

  /// The first value of a document; nil where nothing is known.
  @inline(__always)
  public func first(of document: DocumentNumber) -> Int32? {
    let range = starts.range(of: document)
    return range.isEmpty ? nil : values[range.lowerBound]
  }

  /// The two values of a document; nil where it has another number of them.
  @inline(__always)
  public func pair(of document: DocumentNumber) -> (Int32, Int32)? {
    let range = starts.range(of: document)
    guard range.count == 2 else { return nil }
    return (values[range.lowerBound], values[range.lowerBound + 1])
  }

  /// Whether a document has a value.
  @inline(__always)
  public func isKnown(of document: DocumentNumber) -> Bool {
    !starts.range(of: document).isEmpty
  }

  /// Whether the parts of the column fit each other.
  func isSound() -> Bool { starts.isSound() && values.isSound() }

  /// The values of one document.
  public struct Values: RandomAccessCollection, Sendable {
    private let values: PackedNumbers
    private let range: Range<Int>

    init(values: PackedNumbers, range: Range<Int>) {
      self.values = values
      self.range = range
    }

    /// The place of the first value, 0.
    public var startIndex: Int { 0 }

    /// The number of values.
    public var endIndex: Int { range.count }

    /// The value at a place.
    @inline(__always)
    public subscript(position: Int) -> Int32 { values[range.lowerBound + position] }
  }
}
