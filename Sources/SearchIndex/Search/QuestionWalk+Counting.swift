extension QuestionWalk {
  /// Where a question may meet fewer than one in so many documents they are met one by one.
  private static let fewestShare = 32

  /// Counts the documents of a question without asking what they are worth.
  ///
  /// The clauses stand at their first documents; afterwards they stand anywhere.
  func count(
    _ joining: TextQuestion.Joining, _ filter: DocumentFilter?, documents: Int
  ) -> Int {
    if clauses.count == 1, clauses[0].isTerm, filter == nil { return clauses[0].cost }
    let stretches = filter?.stretches(of: documents) ?? [0..<documents]
    guard joining == .all else { return countAny(stretches, filter, documents: documents) }
    return areFew(clauses[0], stretches, documents: documents)
      ? countMeetings(stretches, filter) : countAll(stretches, filter, documents: documents)
  }

  /// The first clause's document where all others stand there too, else the place to go on at.
  @inline(__always)
  func meet(_ document: DocumentNumber) -> DocumentNumber {
    for place in 1..<max(clauses.count, 1) {
      let met = clauses[place].meet(document)
      if met != document { return met }
    }
    return document
  }

  /// Whether few documents of a clause are to be expected in some stretches.
  private func areFew(_ clause: ClauseWalk, _ stretches: [Range<Int>], documents: Int) -> Bool {
    let open = stretches.reduce(0) { $0 + $1.count }
    return clause.cost * clause.count * open < documents * documents / Self.fewestShare
  }

  private func countMeetings(_ stretches: [Range<Int>], _ filter: DocumentFilter?) -> Int {
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

  /// The documents that may have all clauses are written down first; clauses are looked for one by one only in
  /// those of which nothing else tells that they have them.
  private func countAll(
    _ stretches: [Range<Int>], _ filter: DocumentFilter?, documents: Int
  ) -> Int {
    var open = clauses[0].candidates(documents: documents)
    var (unsure, left) = ([Int](), open.count)
    for (place, clause) in clauses.enumerated() {
      let isWritten = place == 0 || DocumentBits.isWorthWriting(clause.cost, for: left)
      if place > 0, isWritten {
        open.formIntersection(clause.candidates(documents: documents))
        left = open.count
      }
      if !isWritten || clause.comparesPlaces { unsure.append(place) }
    }
    if let filter { open.keep(in: stretches, where: filter.admits) }
    var starts = PhraseStarts()
    for place in unsure {
      var sure = DocumentBits(documents: documents)
      if DocumentBits.isWorthWriting(clauses[place].sureCost, for: left) {
        sure = clauses[place].sureDocuments(documents: documents)
        sure.formIntersection(open)
        open.subtract(sure)
      }
      open.keep(in: stretches) {
        clauses[place].meet($0) == $0 && clauses[place].isThere(&starts)
      }
      open.formUnion(sure)
    }
    return open.count
  }

  /// Documents that surely have a clause first, as they need only be written down; of phrases only the other
  /// documents are looked at.
  private func countAny(
    _ stretches: [Range<Int>], _ filter: DocumentFilter?, documents: Int
  ) -> Int {
    var found = DocumentBits(documents: documents)
    for clause in clauses { found.formUnion(clause.sureDocuments(documents: documents)) }
    if let filter { found.keep(in: stretches, where: filter.admits) }
    var starts = PhraseStarts()
    for place in clauses.indices where clauses[place].comparesPlaces {
      func look(at document: DocumentNumber) {
        if filter?.admits(document) ?? true, clauses[place].isThere(&starts) {
          found.insert(document.index)
        }
      }
      guard areFew(clauses[place], stretches, documents: documents) else {
        var open = clauses[place].candidates(documents: documents)
        open.subtract(found)
        for stretch in stretches {
          open.forEach(in: stretch) {
            let number = DocumentNumber(UInt32(truncatingIfNeeded: $0))
            if clauses[place].meet(number) == number { look(at: number) }
          }
        }
        continue
      }
      for stretch in stretches {
        var document = clauses[place].approach(DocumentNumber(UInt32(stretch.lowerBound)))
        while document.index < stretch.upperBound {
          if !found.contains(document.index) { look(at: document) }
          document = clauses[place].approach(document.next)
        }
      }
    }
    return found.count
  }
}
