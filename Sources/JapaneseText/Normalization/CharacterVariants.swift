import ResourceTables

/// Old and rare forms of characters, and the usual form of each.
enum CharacterVariants {
  /// The usual form of every old or rare one.
  static func table() throws(TableError) -> [Unicode.Scalar: Unicode.Scalar] {
    let table = try ResourceTable(
      name: "variants.tsv", bytes: PackageResources.variants_tsv, columns: ["usual", "variants"])
    var usual: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in table.rows {
      let target = try row.value("usual") {
        $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil
      }
      for variant in row["variants"].unicodeScalars { usual[variant] = target }
    }
    return usual
  }
}

extension FoldedText {
  /// The same text with the full stops of English sentences as Japanese ones, so that both end alike.
  public var withEnglishFullStops: FoldedText {
    guard scalars.contains("."), !scalars.contains(where: \.isJapanese) else { return self }
    var ends: Set<Int> = []
    for index in scalars.indices where scalars[index] == "." && index > 1 {
      let isLast = index + 1 == scalars.count || scalars[index + 1].isBlank
      // `p.m.` and the like: a letter alone between two stops ends no sentence.
      let isAbbreviation = scalars[index - 2] == "." || scalars[index - 2].isBlank
      if isLast, !isAbbreviation { ends.insert(index) }
    }
    return FoldedText(
      original: original, scalars: scalars.indices.map { ends.contains($0) ? "。" : scalars[$0] },
      origins: origins)
  }

  /// The same text with every scalar replaced by another one; positions stay.
  func mappingScalars(_ replacement: (Unicode.Scalar) -> Unicode.Scalar) -> FoldedText {
    FoldedText(original: original, scalars: scalars.map(replacement), origins: origins)
  }
}
