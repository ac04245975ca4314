import CMeCab

/// Cuts texts into terms one after another, with memory that it uses again; one a task.
///
/// Each run of Japanese script is cut by itself, between the marks, digits and letters around it. Runs come
/// back over and over, so how one was cut is remembered.
public final class WordCutter {
  private let analyzer: MorphologicalAnalyzer
  private let library: MeCabLibrary
  private let lattice: OpaquePointer?

  // One task at a time has the cutter.
  @exclusivity(unchecked) private var cut = CutText()
  @exclusivity(unchecked) private var runs = CutRuns()
  /// Where each word of the run that is cut now begins in its bytes, and where it ends.
  @exclusivity(unchecked) private var words: [(start: Int, end: Int)] = []

  init(_ analyzer: MorphologicalAnalyzer, _ library: MeCabLibrary, lattice: OpaquePointer?) {
    self.analyzer = analyzer
    self.library = library
    self.lattice = lattice
  }

  deinit {
    if let lattice { library.destroyLattice(lattice) }
  }

  /// The terms of a folded text, as ``SearchAnalyzer/tokens(in:)`` has them.
  func terms(of text: FoldedText) -> PackedTerms {
    text.scalars.withUnsafeBufferPointer { scalars in
      cut.take(scalars)
      var start = 0
      while start < scalars.count {
        let scalar = scalars[start]
        var end = start + 1
        if scalar.isJapanese {
          while end < scalars.count, scalars[end].isJapanese { end += 1 }
          appendRun(start..<end)
        } else if scalar.isDigit {
          end = SearchAnalyzer.endOfWord(scalars, from: start)
          cut.appendNumber(start..<end)
        } else if scalar.isLatin || scalar.isOtherLetter {
          end = SearchAnalyzer.endOfWord(scalars, from: start)
          cut.appendWord(at: start, size: cut.offset(of: end) - cut.offset(of: start))
        }
        start = end
      }
      return cut.packed
    }
  }

  /// Appends the pairs of a run of Japanese script, and behind each the word that begins with it.
  private func appendRun(_ run: Range<Int>) {
    findWords(of: cut.bytes(of: run))
    let first = cut.offset(of: run.lowerBound)
    var next = 0
    for place in run {
      cut.appendPiece(place..<min(place + 2, run.upperBound))
      let offset = cut.offset(of: place) - first
      while next < words.count, words[next].start < offset { next += 1 }
      if next < words.count, words[next].start == offset {
        cut.appendWord(at: place, size: words[next].end - offset)
      }
    }
  }

  private func findWords(of run: UnsafeRawBufferPointer) {
    words.removeAll(keepingCapacity: true)
    let key = CutRuns.key(of: run)
    if runs.forEachWord(of: run, key: key, { words.append(($0, $1)) }) { return }
    cutWords(of: run)
    runs.remember(run, key: key, words)
  }

  private func cutWords(of run: UnsafeRawBufferPointer) {
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
        let first = surface - start
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

  /// The terms of a text as ``tokens(in:)`` has them; those of one position come as they are found.
  public func terms(of text: String, _ cutter: WordCutter) -> PackedTerms {
    cutter.terms(of: unified(FoldedText(text)))
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
