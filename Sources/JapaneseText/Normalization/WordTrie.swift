/// The words of many lists in one tree: all words that begin at a place are found by one way down.
///
/// The children of a node stand side by side in the order of their scalars.
struct WordTrie: Sendable {
  /// Which word of which list.
  struct Word: Hashable, Sendable {
    let list: Int
    let index: Int
  }

  private struct Node: Sendable {
    let scalar: Unicode.Scalar
    var children: Range<Int32> = 0..<0
    var words: Range<Int32> = 0..<0
  }

  /// A word on its way into the tree.
  private struct Entry {
    let scalars: [Unicode.Scalar]
    let word: Word
  }

  /// What most places of a text are told by before the tree is looked into.
  private(set) var beginnings = WordBeginnings()
  private var nodes: [Node] = [Node(scalar: "\0")]
  private var words: [Word] = []
  /// The node of every first scalar below U+10000; 0 where no word begins so.
  private var roots = [Int32](repeating: 0, count: 0x10000)

  /// Makes the tree of folded words; of equal words in one list the first counts, and empty ones are left out.
  init(_ lists: [[[Unicode.Scalar]]]) {
    var entries: [Entry] = []
    for (list, words) in lists.enumerated() {
      for (index, scalars) in words.enumerated() where !scalars.isEmpty {
        beginnings.insert(scalars)
        entries.append(Entry(scalars: scalars, word: Word(list: list, index: index)))
      }
    }
    entries.sort { one, other in
      if one.scalars == other.scalars {
        return (one.word.list, one.word.index) < (other.word.list, other.word.index)
      }
      return one.scalars.lexicographicallyPrecedes(other.scalars)
    }
    var waiting: [(node: Int, entries: Range<Int>, depth: Int)] = [(0, entries.indices, 0)]
    var next = 0
    while next < waiting.count {
      let (node, range, depth) = waiting[next]
      waiting += addChildren(of: node, entries[range], depth: depth)
      next += 1
    }
    for child in nodes[0].children {
      let scalar = nodes[Int(child)].scalar.value
      if scalar < 0x10000 { roots[Int(scalar)] = child }
    }
  }

  /// Adds what follows a node: the words that end there, and a child for each scalar with which others go on.
  private mutating func addChildren(
    of node: Int, _ entries: ArraySlice<Entry>, depth: Int
  ) -> [(node: Int, entries: Range<Int>, depth: Int)] {
    let firstWord = Int32(words.count)
    var position = entries.startIndex
    while position < entries.endIndex, entries[position].scalars.count == depth {
      if words.count == firstWord || words[words.count - 1].list != entries[position].word.list {
        words.append(entries[position].word)
      }
      position += 1
    }
    let firstChild = Int32(nodes.count)
    var added: [(node: Int, entries: Range<Int>, depth: Int)] = []
    while position < entries.endIndex {
      let scalar = entries[position].scalars[depth]
      let end =
        entries[position...].firstIndex { $0.scalars[depth] != scalar } ?? entries.endIndex
      added.append((nodes.count, position..<end, depth + 1))
      nodes.append(Node(scalar: scalar))
      position = end
    }
    nodes[node].words = firstWord..<Int32(words.count)
    nodes[node].children = firstChild..<Int32(nodes.count)
    return added
  }

  /// Calls something for every word that stands at a position, the shortest first, with its end.
  @inline(__always)
  func forEachWord(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>, at start: Int,
    _ body: (_ word: Word, _ end: Int) -> Void
  ) {
    let first = scalars[start]
    var node = first.value < 0x10000 ? roots[Int(first.value)] : child(of: 0, first)
    var end = start + 1
    while node != 0 {
      for word in nodes[Int(node)].words { body(words[Int(word)], end) }
      guard end < scalars.count else { return }
      node = child(of: node, scalars[end])
      end += 1
    }
  }

  /// The child of a node for a scalar; 0 where it has none.
  private func child(of node: Int32, _ scalar: Unicode.Scalar) -> Int32 {
    var range = nodes[Int(node)].children
    while !range.isEmpty {
      let middle = range.lowerBound + Int32(range.count / 2)
      let found = nodes[Int(middle)].scalar
      if found == scalar { return middle }
      range = found < scalar ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return 0
  }
}
