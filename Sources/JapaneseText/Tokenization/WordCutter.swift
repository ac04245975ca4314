import CMeCab

/// Cuts texts into words one after another, with memory that it uses again; one a task.
///
/// Each run of Japanese script is cut by itself, between the marks, digits and letters around it. Runs come
/// back over and over, so how one was cut is remembered.
public final class WordCutter {
  private let analyzer: MorphologicalAnalyzer
  private let library: MeCabLibrary
  private let lattice: OpaquePointer?

  /// What of a text is in memory that is used again.
  struct CutText {
    /// The UTF-8 bytes of the folded text.
    var bytes: [UInt8] = []
    /// Where each scalar begins in them, and the end.
    var offsets: [Int] = []
    /// Where each word begins in the bytes, and where it ends.
    var words: [(start: Int, end: Int)] = []
    var term: [UInt8] = []
  }

  private var last = CutText()
  private var remembered = CutRuns()

  init(_ analyzer: MorphologicalAnalyzer, _ library: MeCabLibrary, lattice: OpaquePointer?) {
    self.analyzer = analyzer
    self.library = library
    self.lattice = lattice
  }

  deinit {
    if let lattice { library.destroyLattice(lattice) }
  }

  /// Cuts a folded text and hands over the outcome.
  func cut(_ text: FoldedText, _ body: (inout CutText) -> Void) {
    // Taken out of the object, so that it is no longer asked whether someone else uses it.
    var cut = CutText()
    swap(&cut, &last)
    var runs = CutRuns()
    swap(&runs, &remembered)
    cut.bytes.removeAll(keepingCapacity: true)
    cut.offsets.removeAll(keepingCapacity: true)
    cut.words.removeAll(keepingCapacity: true)
    text.scalars.withUnsafeBufferPointer { scalars in
      for scalar in scalars {
        cut.offsets.append(cut.bytes.count)
        Self.append(scalar, to: &cut.bytes)
      }
      cut.offsets.append(cut.bytes.count)
      var end = 0
      while end < scalars.count {
        let start = end
        while end < scalars.count, scalars[end].isJapanese { end += 1 }
        if end > start { cutRun(from: cut.offsets[start], to: cut.offsets[end], &cut, &runs) }
        end += 1
      }
    }
    body(&cut)
    swap(&cut, &last)
    swap(&runs, &remembered)
  }

  @inline(__always)
  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = scalar.value
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift & 0x3F | 0x80) }
    bytes.append(UTF8.lead(of: scalar))
    if value >= 0x10000 { bytes.append(tail(12)) }
    if value >= 0x800 { bytes.append(tail(6)) }
    if value >= 0x80 { bytes.append(tail(0)) }
  }

  private func cutRun(from start: Int, to end: Int, _ cut: inout CutText, _ runs: inout CutRuns) {
    cut.bytes.withUnsafeBytes { all in
      let run = UnsafeRawBufferPointer(rebasing: all[start..<end])
      let key = CutRuns.key(of: run)
      if runs.forEachWord(of: run, key: key, { cut.words.append((start + $0, start + $1)) }) {
        return
      }
      let first = cut.words.count
      cutWords(of: run, from: start, into: &cut.words)
      runs.remember(run, key: key, cut.words[first...], from: start)
    }
  }

  private func cutWords(
    of run: UnsafeRawBufferPointer, from offset: Int, into words: inout [(start: Int, end: Int)]
  ) {
    guard let lattice, let start = run.assumingMemoryBound(to: CChar.self).baseAddress else {
      return
    }
    library.setSentence(lattice, start, run.count)
    guard library.parse(analyzer.sharedTagger, lattice) != 0 else { return }
    var node = library.firstNode(lattice)
    while let current = node {
      if current.pointee.stat == MECAB_NOR_NODE || current.pointee.stat == MECAB_UNK_NODE,
        let surface = current.pointee.surface
      {
        let first = offset + (surface - start)
        words.append((first, first + Int(current.pointee.length)))
      }
      node = current.pointee.next
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
    cutter.cut(folded) { forEachToken(of: folded, &$0, body) }
  }

  private func forEachToken(
    of folded: FoldedText, _ cut: inout WordCutter.CutText,
    _ body: (_ term: UnsafeBufferPointer<UInt8>, _ position: Int, _ isWord: Bool) -> Void
  ) {
    let scalars = folded.scalars
    var (index, word, runEnd) = (0, 0, 0)
    while index < scalars.count {
      let scalar = scalars[index]
      guard scalar.isJapanese else {
        guard scalar.isDigit || scalar.isLatin || scalar.isOtherLetter else {
          index += 1
          continue
        }
        let end = endOfWord(folded, from: index)
        cut.handWord(from: cut.offsets[index], to: cut.offsets[end], at: index, body)
        index = end
        continue
      }
      if runEnd <= index {
        runEnd = index + 1
        while runEnd < scalars.count, scalars[runEnd].isJapanese { runEnd += 1 }
      }
      let start = cut.offsets[index]
      let pairEnd = cut.offsets[min(index + 2, runEnd)]
      cut.bytes.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[start..<pairEnd]), index, false)
      }
      while word < cut.words.count, cut.words[word].start < start { word += 1 }
      if word < cut.words.count, cut.words[word].start == start {
        cut.handWord(from: start, to: cut.words[word].end, at: index, body)
      }
      index += 1
    }
  }
}

extension WordCutter.CutText {
  /// Hands over a word with its mark before it and without the commas of numbers.
  @inline(__always)
  fileprivate mutating func handWord(
    from start: Int, to end: Int, at position: Int,
    _ body: (_ term: UnsafeBufferPointer<UInt8>, _ position: Int, _ isWord: Bool) -> Void
  ) {
    term.removeAll(keepingCapacity: true)
    term.append(UInt8(ascii: "="))
    bytes.withUnsafeBufferPointer { bytes in
      let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if word.contains(UInt8(ascii: ",")) {
        term.append(contentsOf: word.lazy.filter { $0 != UInt8(ascii: ",") })
      } else {
        term.append(contentsOf: word)
      }
    }
    term.withUnsafeBufferPointer { body($0, position, true) }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of another script than Latin and Japanese; the marks of Japanese texts are told
  /// at once.
  @inline(__always)
  fileprivate var isOtherLetter: Bool {
    value >= 0x80 && !(0x2010...0x206F).contains(value) && !(0x3000...0x3004).contains(value)
      && !(0x3008...0x3020).contains(value) && properties.isAlphabetic
  }
}
