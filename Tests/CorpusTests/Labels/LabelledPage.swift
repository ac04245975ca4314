/// A page of the corpus with what it states.
struct LabelledPage: Sendable {
  /// The name of the page's file.
  let page: String
  /// The made-up address that the page is read under.
  let url: String
  /// What it states, a record a program.
  let records: [LabelledRecord]
  /// What is hard about it as a whole, in the words of `traits.tsv`; for pages without a record.
  let traits: [String]
}

extension LabelledPage: CustomStringConvertible {
  /// The name of its file, by which a test names it.
  var description: String { page }
}

extension LabelledPage: Decodable {
  private enum Key: String, CodingKey {
    case page
    case url
    case records
    case traits
  }

  /// Reads a label.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    page = try container.decode(String.self, forKey: .page)
    url = try container.decode(String.self, forKey: .url)
    records = try container.decode([LabelledRecord].self, forKey: .records)
    traits = try container.decodeIfPresent([String].self, forKey: .traits) ?? []
  }
}
