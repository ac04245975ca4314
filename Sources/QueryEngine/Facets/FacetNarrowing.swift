/// Narrows sets of programs to the wanted choices, and counts what each choice would leave.
struct FacetNarrowing {
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
    let members = members(of: narrowed)
    for facet in Facet.allCases {
      let isOwn = wanted[facet.place] != nil
      let programs = isOwn ? self.narrowed(set, butFor: facet) : narrowed
      let numbers = numbers(of: facet, programs, isOwn ? self.members(of: programs) : members)
      var known: [String: Int] = [:]
      for (choice, number) in zip(table.choices(of: facet), numbers) where number > 0 {
        known[choice] = number
      }
      counts[facet] = known
    }
    return counts
  }

  /// The programs of a set one by one; nil for more than it pays to look at.
  private func members(of set: DocumentSet) -> [UInt32]? {
    let count = set.count
    let most = Facet.allCases.map { table.programs(of: $0).count }.max() ?? 0
    guard count < most * (table.count / 64 + 1) else { return nil }
    var members: [UInt32] = []
    members.reserveCapacity(count)
    set.forEach { members.append($0) }
    return members
  }

  /// How many programs of a set have each choice of a facet.
  private func numbers(
    of facet: Facet, _ programs: DocumentSet, _ members: [UInt32]?
  ) -> [Int] {
    let sets = table.programs(of: facet)
    guard let members, members.count < sets.count * (table.count / 64 + 1) else {
      return sets.map(programs.countShared)
    }
    var numbers = [Int](repeating: 0, count: sets.count)
    table.withCodes(of: facet) { codes in
      numbers.withUnsafeMutableBufferPointer { numbers in
        for standing in members { numbers[Int(codes[Int(standing)])] &+= 1 }
      }
    }
    return numbers
  }
}
