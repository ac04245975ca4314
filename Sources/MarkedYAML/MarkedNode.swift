/// A file and a line in it, from 1.
package struct Place: Hashable, Sendable {
  /// The file as it was named.
  package let file: String
  /// The line.
  package let line: Int

  /// The error that something here is wrong.
  package func error(_ problem: YAMLFileError.Problem) -> YAMLFileError {
    YAMLFileError(file: file, line: line, problem: problem)
  }
}

/// A piece of a YAML file that knows where it stands.
///
/// Scalars are kept as they are written: `no` is the text `no`, whatever YAML may think of it.
package struct MarkedNode: Hashable, Sendable {
  /// What a piece can be.
  package enum Content: Hashable, Sendable {
    case text(String)
    case list([MarkedNode])
    case map([Entry])
  }

  /// A key with its value.
  package struct Entry: Hashable, Sendable {
    /// The key.
    package let key: String
    /// Where the key stands.
    package let place: Place
    /// What stands under it.
    package let value: MarkedNode
  }

  /// Where it stands.
  package let place: Place
  /// What it holds.
  package let content: Content

  /// What it is, in words for people.
  package var description: String {
    switch content {
    case .text(""): "nothing"
    case .text(let text): "“\(text)”"
    case .list: "a list"
    case .map: "a set of keys"
    }
  }
}

extension MarkedNode {
  /// A list of pieces that were read one by one.
  package init(listOf nodes: [MarkedNode], at place: Place) {
    self.place = place
    content = .list(nodes)
  }
}
