import ResourceTables

/// Characters that are typed for others which look or sound like them.
public struct CharacterSlips: Sendable {
  /// The table that comes with the program, read when a query first has a word that nothing knows.
  public static let shipped = Deferred {
    do throws(TableError) { return try CharacterSlips() } catch { preconditionFailure("\(error)") }
  }

  private let meant: [Unicode.Scalar: [Unicode.Scalar]]

  init() throws(TableError) {
    let table = try ResourceTable(
      name: "lookalikes.tsv", bytes: PackageResources.lookalikes_tsv, columns: ["meant", "typed"])
    var meant: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for row in table.rows {
      let character = try row.value("meant") {
        $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil
      }
      for typed in row["typed"].unicodeScalars { meant[typed, default: []].append(character) }
    }
    self.meant = meant
  }

  /// The characters for which one may have been typed.
  public func meant(by typed: Unicode.Scalar) -> [Unicode.Scalar] { meant[typed] ?? [] }
}

extension FoldedText {
  /// The same text with another character at a place.
  public func replacing(_ place: Int, with scalar: Unicode.Scalar) -> FoldedText {
    var changed = scalars
    changed[place] = scalar
    return FoldedText(original: original, scalars: changed, origins: origins)
  }
}
