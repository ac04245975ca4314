extension QuestionWalk {
  /// Counts the documents of a question without asking what they are worth.
  ///
  /// The clauses stand at their first documents; afterwards they stand anywhere.
  func count(
    _ joining: TextQuestion.Joining, _ filter: DocumentFilter?, documents: Int
  ) -> Int {
    if clauses.count == 1, clauses[0].isTerm, filter == nil { return clauses[0].cost }
    let stretches = filter?.stretches(of: documents) ?? [0..<documents]
    return joining == .all
      ? countAll(stretches, filter) : countAny(stretches, filter, documents: documents)
  }

  /// The first clause's document where all others stand there too, else the place to go on at.
  @inline(__always)
  func meet(_ document: DocumentNumber) -> DocumentNumber {
    for place in 1..<max(clauses.count, 1) {
      let met = clauses[place].approach(document)
      if met != document { return met }
    }
    return document
  }

  private func countAll(_ stretches: [Range<Int>], _ filter: DocumentFilter?) -> Int {
    var starts = PhraseStarts()
    var total = 0
    for stretch in stretches {
      let end = DocumentNumber(UInt32(stretch.upperBound))
      var document = clauses[0].approach(DocumentNumber(UInt32(stretch.lowerBound)))
      while document < end {
        let met = meet(document)
        guard met == document else {
          document = met == .end ? .end : clauses[0].approach(met)
          continue
        }
        if filter?.admits(document) ?? true, clauses.allSatisfy({ $0.isThere(&starts) }) {
          total += 1
        }
        document = clauses[0].approach(document.next)
      }
    }
    return total
  }

  /// Terms first, as their documents need only be written down; of phrases only the other documents are
  /// looked at.
  private func countAny(
    _ stretches: [Range<Int>], _ filter: DocumentFilter?, documents: Int
  ) -> Int {
    var found = DocumentBits(documents: documents)
    for clause in clauses where clause.isTerm { clause.insertAll(into: &found) }
    if let filter { found.keep(in: stretches, where: filter.admits) }
    var starts = PhraseStarts()
    for place in clauses.indices where !clauses[place].isTerm {
      for stretch in stretches {
        var document = clauses[place].approach(DocumentNumber(UInt32(stretch.lowerBound)))
        while document.index < stretch.upperBound {
          if !found.contains(document.index), filter?.admits(document) ?? true,
            clauses[place].isThere(&starts)
          {
            found.insert(document.index)
          }
          document = clauses[place].approach(document.next)
        }
      }
    }
    return found.count
  }
}
