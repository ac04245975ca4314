import Dispatch

/// Some terms that follow one another, with their postings as they are written.
struct EncodedTerms {
  /// The numbers of the terms.
  let terms: ArraySlice<Int>
  /// How many bytes of postings each has.
  let lengths: [Int]
  /// The postings of all, one behind the other.
  let postings: [UInt8]
  /// For the rank of each shape the greatest weight of its postings.
  let greatest: [Double]
}

extension PostingsAccumulator {
  /// So many postings, or those of one term, are encoded in one go, and so many goes side by side.
  private static let (postingsAtOnce, goesAtOnce) = (1 << 15, 16)

  /// Encodes the postings of some terms and hands them over in their order.
  ///
  /// - Parameters:
  ///   - terms: The numbers of the terms.
  ///   - encoder: What encodes; it has encoded nothing.
  ///   - isParallel: Whether all cores take part.
  ///   - body: Takes what is encoded.
  /// - Throws: What `body` throws.
  func encode<Failure: Error>(
    _ terms: [Int], by encoder: PostingsWriter, isParallel: Bool,
    _ body: (EncodedTerms) throws(Failure) -> Void
  ) throws(Failure) {
    var start = 0
    while start < terms.count {
      var goes: [ArraySlice<Int>] = []
      while start < terms.count, goes.count < (isParallel ? Self.goesAtOnce : 1) {
        let end = endOfGo(terms, from: start)
        goes.append(terms[start..<end])
        start = end
      }
      for encoded in encode(goes, by: encoder) { try body(encoded) }
    }
  }

  private func endOfGo(_ terms: [Int], from start: Int) -> Int {
    var (end, count) = (start, 0)
    while end < terms.count, count < Self.postingsAtOnce {
      count += documentFrequency(of: terms[end])
      end += 1
    }
    return end
  }

  private func encode(_ goes: [ArraySlice<Int>], by encoder: PostingsWriter) -> [EncodedTerms] {
    guard goes.count > 1 else { return goes.map { encode($0, by: encoder) } }
    var encoded = [EncodedTerms?](repeating: nil, count: goes.count)
    encoded.withUnsafeMutableBufferPointer { encoded in
      // Each iteration writes to its own place.
      nonisolated(unsafe) let encoded = encoded
      DispatchQueue.concurrentPerform(iterations: goes.count) { place in
        encoded[place] = encode(goes[place], by: encoder)
      }
    }
    return encoded.compactMap(\.self)
  }

  private func encode(_ terms: ArraySlice<Int>, by encoder: PostingsWriter) -> EncodedTerms {
    var encoder = encoder
    var collected: [UInt8] = []
    let lengths = terms.map { term in
      copyPostings(of: term, into: &collected)
      return collected.withUnsafeBytes {
        encoder.append(
          $0, documents: documentFrequency(of: term), hasPlaces: hasPlaces(term))
      }
    }
    return EncodedTerms(
      terms: terms, lengths: lengths, postings: encoder.bytes, greatest: encoder.greatest)
  }
}
