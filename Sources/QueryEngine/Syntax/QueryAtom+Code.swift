import DomainLexicon
import RecruitmentModel

/// Meanings as the index keeps them beside their words: a letter for the sort, then its parts.
extension QueryAtom.Meaning {
  private static let separator = ";"

  /// The meaning in one line; nil for what no word of a list means.
  var code: String? {
    switch self {
    case .concept(let concepts): Self.code("c", concepts.map(\.rawValue).sorted())
    case .place(.prefectures(let names), let name): Self.code("p", [name] + names)
    case .place(.city(let city), let name): Self.code("t", [name, city])
    case .institution(let ids): Self.code("i", ids)
    case .kind(let kind): Self.code("k", [kind.kind.rawValue, kind.slug, kind.name])
    case .department(let name): Self.code("d", [name])
    case .foreign(let words): Self.code("f", words)
    default: nil
    }
  }

  private static func code(_ sort: String, _ parts: [String]) -> String? {
    parts.contains { $0.utf8.contains { $0 == UInt8(ascii: ";") || $0 < 32 } }
      ? nil : sort + parts.joined(separator: separator)
  }

  /// Reads a meaning; one that cannot be read is unknown.
  init(code: String) {
    let parts = code.utf8.dropFirst().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).map { String(Substring($0)) }
    let first = parts.first ?? ""
    switch code.utf8.first {
    case UInt8(ascii: "c"): self = .concept(Set(parts.compactMap(Concept.init(rawValue:))))
    case UInt8(ascii: "p"): self = .place(.prefectures(Array(parts.dropFirst())), name: first)
    case UInt8(ascii: "t"): self = .place(.city(parts.last ?? ""), name: first)
    case UInt8(ascii: "i"): self = .institution(parts)
    case UInt8(ascii: "k"):
      self =
        ProgramKind(rawValue: first).flatMap { kind in
          parts.count == 3
            ? .kind(KindName(kind: kind, slug: parts[1], name: parts[2])) : nil
        } ?? .unknown
    case UInt8(ascii: "d"): self = .department(first)
    case UInt8(ascii: "f"): self = .foreign(parts)
    default: self = .unknown
    }
  }
}
