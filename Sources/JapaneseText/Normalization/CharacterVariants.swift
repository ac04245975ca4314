import ResourceTables

/// Old and rare forms of characters, and the usual form of each.
struct CharacterVariants: Sendable {
  /// Which scalars below U+10000 are variants, told without looking each up.
  private let isVariant: ScalarSet
  private let usual: Deferred<[Unicode.Scalar: Unicode.Scalar]>

  /// Reads the table; only where a text has a variant are its forms made ready to be looked up.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "variants.tsv", bytes: PackageResources.variants_tsv, columns: ["usual", "variants"])
    var pairs: [(variant: Unicode.Scalar, usual: Unicode.Scalar)] = []
    pairs.reserveCapacity(2 * table.rows.count)
    for row in table.rows {
      let target = try row.value("usual") {
        $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil
      }
      for variant in row["variants"].unicodeScalars { pairs.append((variant, target)) }
    }
    isVariant = ScalarSet(of: pairs.lazy.map(\.variant))
    usual = Deferred { [pairs] in
      Dictionary(pairs.map { ($0.variant, $0.usual) }, uniquingKeysWith: { $1 })
    }
  }

  /// The usual form of every old or rare one.
  var table: [Unicode.Scalar: Unicode.Scalar] { usual.value }

  /// Whether a scalar may have another form.
  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000 ? isVariant.contains(scalar) : table[scalar] != nil
  }
}

extension FoldedText {
  /// The same text with the full stops of English sentences as Japanese ones, so that both end alike.
  public var withEnglishFullStops: FoldedText {
    storage.withEnglishFullStops.text(from: self) { englishFullStopsReplaced() }
  }

  private func englishFullStopsReplaced() -> FoldedText {
    guard scalars.contains("."), !scalars.contains(where: \.isJapanese) else { return self }
    var replaced = scalars
    for index in scalars.indices where scalars[index] == "." && index > 1 {
      let isLast = index + 1 == scalars.count || scalars[index + 1].isBlank
      // `p.m.` and the like: a letter alone between two stops ends no sentence.
      let isAbbreviation =
        scalars[index - 2] == "." || scalars[index - 2].isBlank || isNumberBetweenStops(at: index)
        || Self.abbreviations.contains(latinWord(before: index))
      if isLast, !isAbbreviation { replaced[index] = "。" }
    }
    return FoldedText(original: original, scalars: replaced, origins: origins)
  }

  /// Shortened words, whose stop ends no sentence: months and weekdays.
  private static let abbreviations: Set<String> = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon",
    "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "tel", "dr", "prof",
    "approx",
  ]

  private func latinWord(before end: Int) -> String {
    var start = end
    while start > 0, scalars[start - 1].isLatin { start -= 1 }
    return string(in: start..<end).lowercased()
  }

  /// `2026. 11. 16.`: a stop between numbers parts a date.
  private func isNumberBetweenStops(at index: Int) -> Bool {
    var next = index + 1
    while next < scalars.count, scalars[next] == " " { next += 1 }
    var before = index
    while before > 0, scalars[before - 1].isDigit { before -= 1 }
    while before > 0, scalars[before - 1] == " " { before -= 1 }
    let isAfterStop = before > 0 && before < index && scalars[before - 1] == "."
    let isBeforeNumber =
      next > index + 1 && next + 1 < scalars.count && scalars[next].isDigit
      && scalars[index - 1].isDigit
      && scalars[next...].drop { $0.isDigit }.first.map { $0 == "." } ?? false
    return isAfterStop || isBeforeNumber
  }

  /// The same text with every scalar replaced by another one; positions stay.
  public func mappingScalars(_ replacement: (Unicode.Scalar) -> Unicode.Scalar) -> FoldedText {
    FoldedText(original: original, scalars: scalars.map(replacement), origins: origins)
  }
}
