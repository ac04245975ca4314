import Synchronization

/// Folded texts by the texts that they were folded from: a table with open places, at most half full.
struct TextTable: ~Copyable {
  /// The upper half of a hash, and behind it the place of the text among all, counted from 1; 0 is open.
  private var places: [UInt64] = Array(repeating: 0, count: 256)
  private var texts: [FoldedText.Storage] = []
  private var addresses: [Unmanaged<FoldedText.Storage>] = []
  /// How many bytes the texts have together.
  private(set) var bytes = 0

  private static let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000

  func storage(of text: String, _ hash: UInt64) -> FoldedText.Storage? {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let known = places[place]
      if (known ^ hash) & Self.upperHalf == 0 {
        let index = Int(truncatingIfNeeded: known & ~Self.upperHalf) - 1
        // Looked at where it lies: most texts are asked for again and again.
        let isSame = addresses[index]._withUnsafeGuaranteedRef {
          TextKey($0.original) == TextKey(text)
        }
        if isSame { return texts[index] }
      }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  mutating func keep(_ storage: FoldedText.Storage, _ hash: UInt64) {
    guard texts.count < Int(Int32.max) else { return }
    bytes += storage.original.utf8.count
    texts.append(storage)
    addresses.append(.passUnretained(storage))
    if texts.count * 2 > places.count {
      places = Array(repeating: 0, count: places.count * 2)
      for (index, text) in texts.enumerated() {
        put(index, text.original.withBytes(Self.hash))
      }
    } else {
      put(texts.count - 1, hash)
    }
  }

  private mutating func put(_ index: Int, _ hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    places[place] = hash & Self.upperHalf | UInt64(index + 1)
  }

  /// What hashes begin with: another number in each process, so that no page can choose texts of one hash.
  private static let seed = UInt64.random(in: .min ... .max)

  /// A hash of eight bytes at a time; the standard library's takes three times as long for short texts.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    func add(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low &+ seed
    }
    var place = 0
    while place + 8 <= bytes.count {
      add(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    add(rest)
    return hash
  }
}

/// Texts that are folded once for whoever asks for them again and again.
package final class FoldedTexts: Sendable {
  private let kept = Mutex(TextTable())

  /// Makes an empty memory.
  package init() {}

  /// A text, folded now or before.
  package subscript(_ text: String) -> FoldedText {
    let hash = text.withBytes(TextTable.hash)
    if let known = kept.withLock({ $0.storage(of: text, hash) }) { return FoldedText(known) }
    let folded = FoldedText(text)
    kept.withLock { $0.keep(folded.storage, hash) }
    return folded
  }
}
