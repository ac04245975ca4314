/// Why a document was refused; the builder is as it was before.
public enum IndexBuildError: Error, Equatable, Sendable {
  /// The schema has no text field of this name.
  case unknownTextField(String)
  /// The schema has no integer column of this name.
  case unknownIntegerColumn(String)
  /// The schema has no keyword column of this name.
  case unknownKeywordColumn(String)
  /// A term is longer than ``IndexBuilder/termLengthLimit``; both in bytes.
  case termTooLong(found: Int, limit: Int)
  /// There is no number left for a document or a column's value.
  case full
}
