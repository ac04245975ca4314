import DomainLexicon

/// Which examination a condition asks for, as it is told to people.
public enum ExaminationAsked: Hashable, Sendable {
  case preliminary
  case national
  /// One of a name, such as 総合内科専門医.
  case named(String)
  /// Any of a class, such as 専門医.
  case any(of: String)

  /// Reads the name that a condition has.
  public init(_ name: String) {
    switch name {
    case ExaminationNames.preliminary: self = .preliminary
    case ExaminationNames.national: self = .national
    default:
      let isClass = name.hasPrefix(ExaminationNames.anyOf)
      self =
        isClass
        ? .any(of: String(name.dropFirst(ExaminationNames.anyOf.count))) : .named(name)
    }
  }
}
