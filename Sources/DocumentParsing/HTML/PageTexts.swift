import CLibXML2

/// The texts of a page as the C parser hands them over, side by side: it makes no nodes of them.
///
/// Most of a page is text, of which most is looked at once.
final class PageTexts {
  /// A text between two elements.
  private struct Text {
    let node: xmlNodePtr
    /// The node that it stands behind; nil for the first inside of its element.
    let predecessor: xmlNodePtr?
    let start: Int
    var end: Int
    /// The places of the element's next text, and of its last one so far, where this is its first.
    var next: Int?
    var last: Int
  }

  @exclusivity(unchecked) private var bytes: [UInt8] = []
  @exclusivity(unchecked) private var texts: [Text] = []

  /// What stands in for runs of text, and how many of these have come.
  private let stoodIn: StoodInSource?
  @exclusivity(unchecked) private var restored = 0

  /// Makes the texts of a page; the bytes of its source stay where they are as long as it is parsed.
  init(of stoodIn: StoodInSource? = nil) {
    self.stoodIn = stoodIn
    bytes.reserveCapacity(stoodIn?.source.count ?? 0)
  }

  /// Whether one of the characters that stand for runs has come where none was due: the page has it by a reference.
  private var isSpoilt = false

  /// Whether all runs of text have come that something stood in for, each in its place.
  var isWhole: Bool { !isSpoilt && restored == stoodIn?.runs.count ?? 0 }

  /// Adds a piece of text at the end of an element that is open.
  ///
  /// The element's own pointer for applications is the number of its first text.
  func add(_ piece: UnsafeBufferPointer<UInt8>, to node: xmlNodePtr) {
    let start = bytes.count
    append(piece)
    let place = texts.count
    if let last = texts.last, last.node == node, last.predecessor == node.pointee.last {
      texts[place - 1].end = bytes.count
      return
    }
    texts.append(
      Text(
        node: node, predecessor: node.pointee.last, start: start,
        end: bytes.count, last: place))
    if let first = Self.first(of: node) {
      texts[texts[first].last].next = place
      texts[first].last = place
    } else {
      node.pointee._private = UnsafeMutableRawPointer(bitPattern: place + 1)
    }
  }

  /// Appends a piece with what its characters stand for; each has to come once, in their order.
  private func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let stoodIn else { return bytes.append(contentsOf: piece) }
    var start = 0
    while let place = piece.place(of: StoodInSource.lead, from: start) {
      bytes.append(contentsOf: piece[start..<place])
      start = min(place + 4, piece.count)
      guard StoodInSource.number(of: piece[place...]) == restored, restored < stoodIn.runs.count,
        let run = stoodIn.runs[restored]
      else {
        isSpoilt = true
        continue
      }
      bytes.append(contentsOf: stoodIn.source[run])
      restored += 1
    }
    bytes.append(contentsOf: piece[start...])
  }

  /// Leaves out a piece of code; each that something stood in for has to come once, too.
  func leaveOut(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let stoodIn, let place = piece.place(of: StoodInSource.lead) else { return }
    guard StoodInSource.number(of: piece[place...]) == restored, restored < stoodIn.runs.count,
      stoodIn.runs[restored] == nil
    else {
      isSpoilt = true
      return
    }
    restored += 1
  }

  /// Calls something for the texts of an element and the nodes inside, in their order.
  func forEachPart(
    of node: xmlNodePtr, text: (UnsafeBufferPointer<UInt8>) -> Void,
    node visit: (xmlNodePtr) -> Void
  ) {
    var place = Self.first(of: node)
    var child = node.pointee.children
    var previous: xmlNodePtr?
    while true {
      if let current = place, texts[current].predecessor == previous {
        bytes[texts[current].start..<texts[current].end].withUnsafeBufferPointer(text)
        place = texts[current].next
      }
      guard let current = child else { return }
      // What is done with a node may end it.
      child = current.pointee.next
      visit(current)
      previous = current
    }
  }

  private static func first(of node: xmlNodePtr) -> Int? {
    node.pointee._private.map { Int(bitPattern: $0) - 1 }
  }
}
