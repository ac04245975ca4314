/// A file and a line in it, from 1.
struct Place: Hashable, Sendable {
  let file: String
  let line: Int

  /// The error that something here is wrong.
  func error(_ problem: SourceListError.Problem) -> SourceListError {
    SourceListError(file: file, line: line, problem: problem)
  }
}

/// A piece of a YAML file that knows where it stands.
///
/// Scalars are kept as they are written: `no` is the text `no`, whatever YAML may think of it.
struct MarkedNode: Hashable, Sendable {
  /// What a piece can be.
  enum Content: Hashable, Sendable {
    case text(String)
    case list([MarkedNode])
    case map([Entry])
  }

  /// A key with its value.
  struct Entry: Hashable, Sendable {
    let key: String
    let place: Place
    let value: MarkedNode
  }

  let place: Place
  let content: Content

  /// What it is, in words for people.
  var description: String {
    switch content {
    case .text(""): "nothing"
    case .text(let text): "“\(text)”"
    case .list: "a list"
    case .map: "a set of keys"
    }
  }
}
