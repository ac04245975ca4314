/// What is wrong with a YAML file that people edit, and where.
public struct YAMLFileError: Error, Hashable, Sendable {
  /// The file as it was named.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong there.
  public let problem: Problem

  /// Makes an error.
  public init(file: String, line: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// What can be wrong.
  public enum Problem: Hashable, Sendable {
    /// The file holds nothing.
    case empty
    /// The file is no YAML; what the reader says.
    case notYAML(String)
    /// A key stands twice in one place.
    case duplicateKey(String)
    /// A key that means nothing here; the keys that do.
    case unknownKey(String, allowed: [String])
    /// A key that must be there is not.
    case missingKey(String)
    /// None of some keys is there.
    case noneOf([String])
    /// More than one is there of some keys that exclude each other.
    case tooMany([String])
    /// A list, a text or a set of keys stands where another of them belongs.
    case wrongShape(expected: String, found: String)
    /// A word that is not one of those allowed.
    case unknownWord(String, key: String, allowed: [String])
    /// A value that cannot be read; an example of what can.
    case badValue(String, key: String, expected: String)
    /// A name or an id that is taken; the line of the first.
    case duplicate(String, key: String, firstLine: Int)
    /// A name that nothing has; what it is a name of, and the names that there are.
    case unknownName(String, of: String, known: [String])
    /// Something that this kind of file cannot say, in words: what is wrong and what would be right.
    case refused(String)
  }
}
