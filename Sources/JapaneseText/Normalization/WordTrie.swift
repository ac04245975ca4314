/// The words of many lists in one tree: all words that begin at a place are found by one way down.
///
/// The children of a node stand side by side in the order of their scalars. The ways over two scalars, which
/// are what most places of a text fail at, are told by a table of their own.
struct WordTrie: ~Copyable, Sendable {
  /// Which word of which list.
  struct Word: Hashable, Sendable {
    let list: Int32
    let index: Int32
  }

  /// A node: what leads to it, and where its children and its words stand.
  fileprivate struct Node: Sendable {
    let scalar: Unicode.Scalar
    var firstChild: Int32 = 0
    var childCount: Int32 = 0
    var firstWord: Int32 = 0
    var wordCount: Int32 = 0
  }

  /// A word on its way into the tree.
  private struct Entry {
    let scalars: [Unicode.Scalar]
    let word: Word
  }

  /// How many lists there are.
  let listCount: Int
  /// What most places of a text are told by before the tree is looked into.
  private var beginnings = WordBeginnings()
  private var nodes: [Node] = [Node(scalar: "\0")]
  private var words: [Word] = []
  /// The node of every first scalar below U+10000; 0 where no word begins so.
  private var roots = [Int32](repeating: 0, count: 0x10000)
  /// The nodes of two scalars.
  private var pairs = PairTable(count: 0)

  /// Makes the tree of folded words; of equal words in one list the first counts, and empty ones are left out.
  init(_ lists: [[[Unicode.Scalar]]]) {
    listCount = lists.count
    var entries: [Entry] = []
    for (list, words) in lists.enumerated() {
      for (index, scalars) in words.enumerated() where !scalars.isEmpty {
        beginnings.insert(scalars)
        entries.append(Entry(scalars: scalars, word: Word(list: Int32(list), index: Int32(index))))
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
      addChildren(of: node, entries[range], depth: depth, &waiting)
      next += 1
    }
    addRoots()
  }

  /// Notes where the ways over one scalar and over two lead.
  private mutating func addRoots() {
    let first = children(of: 0)
    pairs = PairTable(count: first.reduce(0) { $0 + children(of: $1).count })
    for child in first {
      let scalar = nodes[child].scalar
      if scalar.value < 0x10000 { roots[Int(scalar.value)] = Int32(child) }
      for second in children(of: child) {
        pairs.insert(scalar, nodes[second].scalar, node: Int32(second))
      }
    }
  }

  private func children(of node: Int) -> Range<Int> {
    let first = Int(nodes[node].firstChild)
    return first..<first + Int(nodes[node].childCount)
  }

  /// Adds what follows a node: the words that end there, and a child for each scalar with which others go on.
  private mutating func addChildren(
    of node: Int, _ entries: ArraySlice<Entry>, depth: Int,
    _ waiting: inout [(node: Int, entries: Range<Int>, depth: Int)]
  ) {
    let firstWord = words.count
    var position = entries.startIndex
    while position < entries.endIndex, entries[position].scalars.count == depth {
      if words.count == firstWord || words[words.count - 1].list != entries[position].word.list {
        words.append(entries[position].word)
      }
      position += 1
    }
    let firstChild = nodes.count
    while position < entries.endIndex {
      let scalar = entries[position].scalars[depth]
      let end =
        entries[position...].firstIndex { $0.scalars[depth] != scalar } ?? entries.endIndex
      waiting.append((nodes.count, position..<end, depth + 1))
      nodes.append(Node(scalar: scalar))
      position = end
    }
    nodes[node].firstWord = Int32(firstWord)
    nodes[node].wordCount = Int32(words.count - firstWord)
    nodes[node].firstChild = Int32(firstChild)
    nodes[node].childCount = Int32(nodes.count - firstChild)
  }

  /// Calls something for every word that stands in a text, place by place, the shortest first.
  @inline(__always)
  func forEachWord(
    in scalars: UnsafeBufferPointer<Unicode.Scalar>,
    _ body: (_ word: Word, _ start: Int, _ end: Int) -> Void
  ) {
    beginnings.withBits { beginnings in
      nodes.withUnsafeBufferPointer { nodes in
        words.withUnsafeBufferPointer { words in
          pairs.withSlots { pairs in
            let walk = Walk(nodes: nodes, words: words)
            for start in scalars.indices {
              let first = scalars[start]
              if beginnings.isWord(first) {
                walk.tellWords(of: root(first), start, start + 1, body)
              }
              guard start + 1 < scalars.count, beginnings.hasPair(first, scalars[start + 1]) else {
                continue
              }
              var node = pairs.node(first, scalars[start + 1])
              var end = start + 2
              while node != 0 {
                walk.tellWords(of: node, start, end, body)
                guard end < scalars.count else { break }
                node = walk.child(of: node, scalars[end])
                end += 1
              }
            }
          }
        }
      }
    }
  }

  private func root(_ first: Unicode.Scalar) -> Int32 {
    if first.value < 0x10000 { return roots[Int(first.value)] }
    return children(of: 0).first { nodes[$0].scalar == first }.map(Int32.init) ?? 0
  }
}

/// The tree while a text is gone through.
private struct Walk {
  let nodes: UnsafeBufferPointer<WordTrie.Node>
  let words: UnsafeBufferPointer<WordTrie.Word>

  /// Calls something for every word that ends at a node; the root has none.
  @inline(__always)
  func tellWords(
    of node: Int32, _ start: Int, _ end: Int,
    _ body: (_ word: WordTrie.Word, _ start: Int, _ end: Int) -> Void
  ) {
    let node = nodes[Int(node)]
    var place = Int(node.firstWord)
    let last = place + Int(node.wordCount)
    while place < last {
      body(words[place], start, end)
      place += 1
    }
  }

  /// The child of a node for a scalar; 0 where it has none.
  @inline(__always)
  func child(of node: Int32, _ scalar: Unicode.Scalar) -> Int32 {
    let node = nodes[Int(node)]
    var low = node.firstChild
    var high = low + node.childCount
    while low < high {
      let middle = (low + high) >> 1
      let found = nodes[Int(middle)].scalar
      if found == scalar { return middle }
      if found < scalar { low = middle + 1 } else { high = middle }
    }
    return 0
  }
}
