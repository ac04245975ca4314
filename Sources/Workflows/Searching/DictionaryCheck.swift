import JapaneseText

/// Looks whether text can be cut into words.
public enum DictionaryCheck {
  /// Cuts a phrase.
  ///
  /// - Throws: What is wrong with the dictionary.
  public static func run() throws(WorkflowError) {
    let analyzer = try TextTools().analyzer
    do throws(DictionaryError) { _ = try analyzer.tokens(in: "無料の修練") } catch {
      throw WorkflowError(error)
    }
  }
}
