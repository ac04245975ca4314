/// Narrows sets of programs to the wanted choices, and counts what each choice would leave.
struct FacetNarrowing {
  /// Looking a program's choice up takes as long as counting so many words of a set.
  private static let lookUp = 2

  private let table: FacetTable
  /// By facet who has one of the wanted choices; nil where every choice will do.
  private let wanted: [DocumentSet?]

  init(_ table: FacetTable, wanted: [Facet: Set<String>]) {
    self.table = table
    self.wanted = Facet.allCases.map { facet in
      wanted[facet].map { names in
        zip(table.choices(of: facet), table.programs(of: facet)).filter { names.contains($0.0) }
          .reduce(DocumentSet(of: table.count)) { $0.union($1.1) }
      }
    }
  }

  /// The programs of a set that have a wanted choice of every facet.
  func programs(of set: DocumentSet) -> DocumentSet { narrowed(set) }

  private func narrowed(_ set: DocumentSet, butFor facet: Facet? = nil) -> DocumentSet {
    zip(Facet.allCases, wanted).reduce(set) { set, each in
      guard let wanted = each.1, each.0 != facet else { return set }
      return set.intersection(wanted)
    }
  }

  /// A choice counts what it would list if it were made, the other facets staying as they are.
  ///
  /// - Parameters:
  ///   - set: The programs before narrowing.
  ///   - narrowed: What `programs` made of them.
  /// - Returns: By facet the choices that have programs, with how many.
  func counts(of set: DocumentSet, narrowed: DocumentSet) -> [Facet: [String: Int]] {
    var counts: [Facet: [String: Int]] = [:]
    for facet in Facet.allCases {
      let programs = wanted[facet.place] == nil ? narrowed : self.narrowed(set, butFor: facet)
      let numbers = numbers(of: facet, programs)
      counts[facet] = Dictionary(
        zip(table.choices(of: facet), numbers).filter { $0.1 > 0 },
        uniquingKeysWith: { one, _ in one })
    }
    return counts
  }

  /// How many programs of a set have each choice of a facet.
  private func numbers(of facet: Facet, _ programs: DocumentSet) -> [Int] {
    let sets = table.programs(of: facet)
    guard programs.count * Self.lookUp < sets.count * (table.count / 64 + 1) else {
      return sets.map(programs.countShared)
    }
    var numbers = [Int](repeating: 0, count: sets.count)
    table.withCodes(of: facet) { codes in
      programs.forEach { numbers[Int(codes[Int($0)])] += 1 }
    }
    return numbers
  }
}
