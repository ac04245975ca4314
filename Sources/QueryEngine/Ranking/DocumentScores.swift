import SearchIndex

/// What something is worth in each program that has it, in the order of the programs.
struct DocumentScores: Sendable {
  private(set) var documents: [DocumentNumber] = []
  private(set) var values: [Double] = []

  /// Makes an empty list.
  init() {}

  /// Puts what was collected in any order into order.
  init(_ collected: [DocumentNumber: Double]) {
    documents = collected.keys.sorted()
    values = documents.map { collected[$0] ?? 0 }
  }

  var isEmpty: Bool { documents.isEmpty }
  var count: Int { documents.count }

  /// About the bytes that it takes.
  var size: Int {
    count * (MemoryLayout<DocumentNumber>.stride + MemoryLayout<Double>.stride)
  }

  /// Adds a program behind all others.
  mutating func append(_ document: DocumentNumber, _ value: Double) {
    documents.append(document)
    values.append(value)
  }

  /// The same programs with other values.
  func mapValues(_ transform: (Double) -> Double) -> DocumentScores {
    var result = self
    for place in values.indices { result.values[place] = transform(values[place]) }
    return result
  }

  /// The programs of either list; `combine` decides where both have one.
  func merging(
    _ other: DocumentScores, _ combine: (Double, Double) -> Double
  ) -> DocumentScores {
    if other.isEmpty { return self }
    if isEmpty { return other }
    var result = DocumentScores()
    result.documents.reserveCapacity(count + other.count)
    result.values.reserveCapacity(count + other.count)
    var (one, two) = (0, 0)
    while one < count || two < other.count {
      let left = one < count ? documents[one] : .end
      let right = two < other.count ? other.documents[two] : .end
      if left == right {
        result.append(left, combine(values[one], other.values[two]))
        (one, two) = (one + 1, two + 1)
      } else if left < right {
        result.append(left, values[one])
        one += 1
      } else {
        result.append(right, other.values[two])
        two += 1
      }
    }
    return result
  }

  /// The value of a program; nil where it is not in the list.
  subscript(document: DocumentNumber) -> Double? {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < document { low = middle + 1 } else { high = middle }
    }
    return low < documents.count && documents[low] == document ? values[low] : nil
  }

  /// Reads the values of programs that are asked for in their order.
  struct Reader {
    private let list: DocumentScores
    private var place = 0

    init(_ list: DocumentScores) { self.list = list }

    /// The value of a program that is not before the last one asked for.
    mutating func value(of document: DocumentNumber) -> Double? {
      skip(to: document)
      return place < list.documents.count && list.documents[place] == document
        ? list.values[place] : nil
    }

    /// Goes to the first program that is not before one: in steps that grow, then halving the last step.
    private mutating func skip(to document: DocumentNumber) {
      let documents = list.documents
      guard place < documents.count, documents[place] < document else { return }
      var step = 1
      while place + step < documents.count, documents[place + step] < document {
        place += step
        step *= 2
      }
      var (low, high) = (place + 1, min(place + step, documents.count))
      while low < high {
        let middle = (low + high) / 2
        if documents[middle] < document { low = middle + 1 } else { high = middle }
      }
      place = low
    }
  }
}
