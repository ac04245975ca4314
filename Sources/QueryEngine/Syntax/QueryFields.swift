import DomainLexicon

/// The fields that a query may name.
public enum QueryFields {
  /// Their names, for messages and for the completion of shells.
  public static var names: [String] { FieldSyntax.names }

  /// The names of regions that make one word each, for the completion of shells.
  public static func regions() throws -> [String] {
    try Lexicon().places.names.compactMap { place in
      guard case .prefectures(let prefectures) = place.extent, prefectures.count > 1,
        !place.name.contains(" ")
      else { return nil }
      return place.name
    }
  }
}
