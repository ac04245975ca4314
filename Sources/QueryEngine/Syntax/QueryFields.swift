/// The fields that a query may name.
public enum QueryFields {
  /// Their names, for messages and for the completion of shells.
  public static var names: [String] { FieldSyntax.names }
}
