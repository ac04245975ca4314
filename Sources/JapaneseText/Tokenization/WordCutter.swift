import CMeCab

/// Cuts texts into words one after another, with memory that it uses again; one a task.
public final class WordCutter {
  private let analyzer: MorphologicalAnalyzer
  private let library: MeCabLibrary
  private let lattice: OpaquePointer?

  // Kept so that their memory is used again.
  var bytes: [UInt8] = []
  var offsets: [Int] = []
  var words: [(start: Int, end: Int)] = []
  var term: [UInt8] = []

  init(_ analyzer: MorphologicalAnalyzer, _ library: MeCabLibrary, lattice: OpaquePointer?) {
    self.analyzer = analyzer
    self.library = library
    self.lattice = lattice
  }

  deinit {
    if let lattice { library.destroyLattice(lattice) }
  }

  /// Puts the UTF-8 bytes of a folded text, where each scalar begins in them, and its words into place.
  func cut(_ text: FoldedText) {
    bytes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    var hasJapanese = false
    text.scalars.withUnsafeBufferPointer { scalars in
      for scalar in scalars {
        offsets.append(bytes.count)
        appendBytes(of: scalar)
        if !hasJapanese, scalar.isJapanese { hasJapanese = true }
      }
    }
    offsets.append(bytes.count)
    if hasJapanese { cutWords() }
  }

  private func appendBytes(of scalar: Unicode.Scalar) {
    let value = scalar.value
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift & 0x3F | 0x80) }
    bytes.append(UTF8.lead(of: scalar))
    if value >= 0x10000 { bytes.append(tail(12)) }
    if value >= 0x800 { bytes.append(tail(6)) }
    if value >= 0x80 { bytes.append(tail(0)) }
  }

  private func cutWords() {
    guard let lattice else { return }
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return }
        library.setSentence(lattice, start, characters.count)
        guard library.parse(analyzer.sharedTagger, lattice) != 0 else { return }
        var node = library.firstNode(lattice)
        while let current = node {
          if current.pointee.stat == MECAB_NOR_NODE || current.pointee.stat == MECAB_UNK_NODE,
            let surface = current.pointee.surface
          {
            let first = surface - start
            words.append((first, first + Int(current.pointee.length)))
          }
          node = current.pointee.next
        }
      }
    }
  }
}

extension SearchAnalyzer {
  /// A cutter for many texts.
  public func cutter() throws(DictionaryError) -> WordCutter {
    try dictionary.analyzer().cutter()
  }

  /// Hands over the terms of a text in the order of their positions, as ``tokens(in:)`` has them, with
  /// whether each is a whole word; the bytes are gone afterwards.
  public func forEachToken(
    in text: String, _ cutter: WordCutter,
    _ body: (_ term: UnsafeBufferPointer<UInt8>, _ position: Int, _ isWord: Bool) -> Void
  ) {
    let folded = unified(FoldedText(text))
    cutter.cut(folded)
    let (scalars, offsets) = (folded.scalars, cutter.offsets)
    var (index, word, runEnd) = (0, 0, 0)
    cutter.bytes.withUnsafeBufferPointer { bytes in
      func hand(_ start: Int, _ end: Int, at position: Int) {
        cutter.term.removeAll(keepingCapacity: true)
        cutter.term.append(UInt8(ascii: "="))
        for byte in bytes[start..<end] where byte != UInt8(ascii: ",") { cutter.term.append(byte) }
        cutter.term.withUnsafeBufferPointer { body($0, position, true) }
      }
      while index < scalars.count {
        let scalar = scalars[index]
        guard scalar.isJapanese else {
          guard scalar.isDigit || scalar.isLatin || scalar.properties.isAlphabetic else {
            index += 1
            continue
          }
          let end = endOfWord(folded, from: index)
          hand(offsets[index], offsets[end], at: index)
          index = end
          continue
        }
        if runEnd <= index {
          runEnd = index + 1
          while runEnd < scalars.count, scalars[runEnd].isJapanese { runEnd += 1 }
        }
        let pairEnd = offsets[min(index + 2, runEnd)]
        body(UnsafeBufferPointer(rebasing: bytes[offsets[index]..<pairEnd]), index, false)
        while word < cutter.words.count, cutter.words[word].start < offsets[index] { word += 1 }
        if word < cutter.words.count, cutter.words[word].start == offsets[index] {
          hand(cutter.words[word].start, cutter.words[word].end, at: index)
        }
        index += 1
      }
    }
  }
}
