import CMeCab
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why the dictionary cannot be used.
public enum DictionaryError: Error, Hashable, Sendable {
  /// No IPADIC in UTF-8 was found in any of the places looked at.
  case missing(places: [String])
  /// MeCab refused the dictionary.
  case unusable(path: String, reason: String)
}

/// Cuts text into words with MeCab and IPADIC.
///
/// The dictionary is named outright and tried when it is opened: the system's default may be another
/// one, with another layout or another charset.
public final class MorphologicalAnalyzer: @unchecked Sendable {
  // Proof of Sendable: the model is read-only after it is made, and MeCab allows several taggers over
  // one model; each call makes a lattice of its own, and the tagger keeps no state between calls.
  private let library: MeCabLibrary
  private let model: OpaquePointer
  private let tagger: OpaquePointer

  /// Where Debian, Homebrew and hand-made installations keep IPADIC in UTF-8.
  public static let usualPlaces = [
    "/var/lib/mecab/dic/ipadic-utf8", "/usr/lib/x86_64-linux-gnu/mecab/dic/ipadic-utf8",
    "/opt/homebrew/lib/mecab/dic/ipadic", "/usr/local/lib/mecab/dic/ipadic",
  ]

  /// Opens the dictionary.
  ///
  /// - Parameter path: The dictionary's folder; nil looks in the environment variable
  ///   `PROGSEARCH_IPADIC` and in the usual places.
  /// - Throws: The places looked at where none has a dictionary, or why MeCab refuses what is there.
  public init(dictionary path: String? = nil) throws(DictionaryError) {
    let named = path ?? getenv("PROGSEARCH_IPADIC").map { String(cString: $0) }
    let places = named.map { [$0] } ?? Self.usualPlaces
    guard let place = places.first(where: { access($0 + "/sys.dic", R_OK) == 0 }) else {
      throw .missing(places: places)
    }
    guard let library = MeCabLibrary.shared else {
      throw .unusable(path: place, reason: "the library libmecab is not installed")
    }
    guard let model = library.newModel("-r /dev/null -d \(place)") else {
      throw .unusable(path: place, reason: Self.reason(library))
    }
    guard let tagger = library.newTagger(model) else {
      library.destroyModel(model)
      throw .unusable(path: place, reason: Self.reason(library))
    }
    self.library = library
    self.model = model
    self.tagger = tagger
    guard morphemes(in: FoldedText("東京都")).first?.reading?.hasPrefix("トウキョウ") == true else {
      throw .unusable(path: place, reason: "it is not IPADIC in UTF-8")
    }
  }

  deinit {
    library.destroyTagger(tagger)
    library.destroyModel(model)
  }

  private static func reason(_ library: MeCabLibrary) -> String {
    library.reason(nil).map { String(cString: $0) } ?? "MeCab gives no reason"
  }

  /// What cuts; it keeps no state between calls.
  var sharedTagger: OpaquePointer { tagger }

  /// A cutter for many texts.
  func cutter() -> WordCutter {
    WordCutter(self, library, lattice: library.newLattice(model))
  }

  /// The words of a part of a text.
  public func morphemes(in text: FoldedText, range: Range<Int>? = nil) -> [Morpheme] {
    let range = range ?? text.scalars.indices
    guard !range.isEmpty, let lattice = library.newLattice(model) else { return [] }
    defer { library.destroyLattice(lattice) }
    var bytes: [UInt8] = []
    var scalarAtByte: [Int32] = []
    for index in range {
      let width = UTF8.width(text.scalars[index])
      bytes.append(contentsOf: UTF8.encode(text.scalars[index]) ?? UTF8.encodedReplacementCharacter)
      scalarAtByte.append(contentsOf: repeatElement(Int32(index), count: width))
    }
    scalarAtByte.append(Int32(range.upperBound))
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        library.setSentence(lattice, characters.baseAddress, characters.count)
        guard library.parse(tagger, lattice) != 0 else { return [] }
        return nodes(of: lattice, from: characters.baseAddress, scalarAtByte)
      }
    }
  }

  /// The dictionary's names for nouns that stand by themselves.
  private static let nouns: [Substring] = ["一般", "固有名詞", "サ変接続"]

  private func nodes(
    of lattice: OpaquePointer, from start: UnsafePointer<CChar>?, _ scalarAtByte: [Int32]
  ) -> [Morpheme] {
    var morphemes: [Morpheme] = []
    var node = library.firstNode(lattice)
    while let current = node {
      if current.pointee.stat == MECAB_NOR_NODE || current.pointee.stat == MECAB_UNK_NODE,
        let surface = current.pointee.surface, let start
      {
        let first = surface - start
        let features = String(cString: current.pointee.feature).split(
          separator: ",", omittingEmptySubsequences: false)
        morphemes.append(
          Morpheme(
            range: Int(
              scalarAtByte[first])..<Int(scalarAtByte[first + Int(current.pointee.length)]),
            partOfSpeech: features.first.map(String.init) ?? "",
            isNoun: features.first == "名詞" && features.count > 1
              && Self.nouns.contains(features[1]),
            reading: features.count > 7 ? String(features[7]) : nil))
      }
      node = current.pointee.next
    }
    return morphemes
  }
}
