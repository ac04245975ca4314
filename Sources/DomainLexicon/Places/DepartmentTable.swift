public import JapaneseText
import ResourceTables

/// A clinical department with its names.
public struct Department: Hashable, Sendable {
  /// The usual name, such as 小児科.
  public let name: String
  /// The reading in hiragana.
  public let kana: String
  /// Other names, in Japanese, English and Chinese.
  public let others: [String]
}

/// The clinical departments.
public struct DepartmentTable: Sendable {
  /// The departments in the table's order.
  public let departments: [Department]

  /// The names that mean a department in any sentence, the longest first: 循環器 and ENT need not.
  private let fullNames: Deferred<[String]>

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "departments.tsv", bytes: PackageResources.departments_tsv,
      columns: ["name", "kana", "others", "example"])
    departments = table.rows.map {
      Department(name: $0["name"], kana: $0["kana"], others: $0.list("others"))
    }
    fullNames = Deferred { [departments] in
      departments.flatMap { [$0.name] + $0.others }
        .filter { $0.hasSuffix("科") || ($0.utf8.count > 5 && $0.allSatisfy(\.isASCII)) }
        .sorted { $0.count > $1.count }
    }
  }

  /// Whether a label is the name of a department, and nothing else.
  public func names(_ label: String) -> Bool {
    let words = FoldedText(label).withoutBlanks.string
    return departments.contains { $0.name == words || $0.others.contains(words) }
  }

  /// Where departments are named in a stretch, from left to right: not 外科 in 整形外科 or 外科医.
  public func mentions(in text: FoldedText, range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for name in fullNames.value {
      var rest = range
      while let place = text.range(of: name, in: rest) {
        rest = place.upperBound..<range.upperBound
        if stands(alone: place, in: text), !found.contains(where: place.overlaps) {
          found.append(place)
        }
      }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether no letter before or behind a word belongs to it.
  private func stands(alone word: Range<Int>, in text: FoldedText) -> Bool {
    func isBound(_ place: Int) -> Bool {
      guard text.scalars.indices.contains(place) else { return false }
      let scalar = text.scalars[place]
      if "・及並等又".unicodeScalars.contains(scalar) { return false }
      return scalar.isKanji || scalar.isKatakana || scalar.isLatin
    }
    return !isBound(word.lowerBound - 1) && !isBound(word.upperBound)
  }
}
