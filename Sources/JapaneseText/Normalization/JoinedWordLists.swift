import Synchronization

/// The lists of several tables in one tree, so that a text is gone through once for all of them.
///
/// All lists are added before a text is first gone through.
public final class JoinedWordLists: Sendable {
  /// What tells some lists from others; none is given twice.
  struct Number: Equatable, Sendable {
    private static let given = Atomic(0)
    private let number = given.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// The tree as an object, which is handed on at less cost than its arrays.
  final class Tree: Sendable {
    let trie: WordTrie
    /// How many lists there are.
    let listCount: Int

    init(_ trie: consuming WordTrie) {
      listCount = trie.listCount
      self.trie = trie
    }
  }

  private enum State {
    case gathered([@Sendable () -> [[String]]], count: Int)
    case made(Tree)
  }

  let number = Number()
  private let state = Mutex(State.gathered([], count: 0))

  /// Makes a place where lists join.
  public init() {}

  /// Adds some lists, which are made when a text is first gone through; the place of the first among all.
  func add(_ count: Int, _ lists: @escaping @Sendable () -> [[String]]) -> Int {
    state.withLock { state in
      guard case .gathered(let others, let first) = state else {
        preconditionFailure("lists join before a text is gone through for them")
      }
      state = .gathered(others + [lists], count: first + count)
      return first
    }
  }

  /// The words of all lists; made when a text is first gone through: queries look into few of them.
  var tree: Tree {
    state.withLock { state in
      switch state {
      case .made(let tree): return tree
      case .gathered(let lists, _):
        let tree = Tree(WordTrie(lists.flatMap { $0() }.map { $0.map(FoldedText.scalars) }))
        state = .made(tree)
        return tree
      }
    }
  }
}
