public import RecruitmentModel

/// What the index knows of institutions: their names, and which are watched.
public struct InstitutionDirectory: Hashable, Sendable {
  static let attachmentName = "institutions"

  /// The names of every institution on the source list, then of others that records name.
  public var names: [InstitutionNames]
  /// How many institutions the source list has.
  public var watched: Int

  /// Makes a directory; an index without a source list has an empty one.
  public init(names: [InstitutionNames] = []) {
    self.names = names
    watched = names.count
  }

  /// The directory with the institutions that only records name, and with the names that follow.
  func completed(
    by others: [InstitutionNames], reading: (String) -> String?
  ) -> InstitutionDirectory {
    var result = self
    var known = Set(names.map(\.id))
    for other in others where !other.name.isEmpty && known.insert(other.id).inserted {
      result.names.append(other)
    }
    for index in result.names.indices {
      let names = Self.names(derivedFrom: result.names[index])
      // Of the whole name and of the school: every word costs a little at every start.
      let entry = result.names[index]
      let sounds = ([entry.name] + names.filter { $0.hasSuffix("大学") })
        .filter { $0.utf8.allSatisfy { $0 >= 0x80 } }.compactMap(reading)
      result.names[index].aliases = names + Set(sounds).subtracting(names).sorted()
    }
    return result
  }

  /// The aliases with the names that follow from the others: the school's, cut short, in English.
  ///
  /// They are derived once, when the index is made, and not at every query.
  private static func names(derivedFrom entry: InstitutionNames) -> [String] {
    var names = entry.aliases
    let school =
      entry.school ?? entry.name.firstRange(of: "大学").map { String(entry.name[..<$0.upperBound]) }
    if let school {
      names.append(school)
      if school.hasSuffix("大学"), school.count > 3 {
        names += [String(school.dropLast()), school + "病院"]
      }
      if school.hasSuffix("医科大学") {
        let short = school.dropLast(4) + "医大"
        names += [String(short), short + "病院"]
      }
    }
    if let english = entry.english {
      let bare = english.replacing("The ", with: "")
      let university = bare.replacing(" Hospital", with: "")
      names +=
        [bare, university]
        + ["Univ", "Univ."].flatMap { short in
          [bare, university].map { $0.replacing("University", with: short) }
        }
      // `Tokyo University` is what many call the University of Tokyo.
      if university.hasPrefix("University of "), university.dropFirst(14).allSatisfy(\.isLetter) {
        names += [" University", " Univ"].map { university.dropFirst(14) + $0 }
      }
    }
    // The faculty is often left out.
    names.append(entry.name.replacing("大学医学部", with: "大学"))
    // 附属 and 付属 are one word.
    for name in [entry.name] + names where name.contains("属") {
      names.append(name.replacing("附属", with: "付属"))
    }
    var seen: Set<String> = [entry.name]
    return names.filter { $0.count > 1 && seen.insert($0).inserted }
  }

  /// The directory as lines of cells between tabs: quicker to read at every start than JSON.
  func encoded() -> [UInt8] {
    let lines = names.map { names in
      [
        names.id, names.name, names.kana ?? "", names.english ?? "", names.school ?? "",
        names.aliases.joined(separator: ";"), names.prefecture ?? "", names.city ?? "",
      ].map(Self.withoutSeparators).joined(separator: "\t")
    }
    return Array(([String(watched)] + lines).joined(separator: "\n").utf8)
  }

  /// A cell without what parts cells and lines, told by scalars: a return with a line feed is one character.
  private static func withoutSeparators(_ cell: String) -> String {
    String(String.UnicodeScalarView(cell.unicodeScalars.filter { $0 != "\t" && $0 != "\n" }))
  }

  /// Reads the lines; nil where they are not of this shape.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, let watched = Int(String(decoding: first, as: UTF8.self)) else {
      return nil
    }
    var names: [InstitutionNames] = []
    for line in lines.dropFirst() {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 8 else { return nil }
      func known(_ cell: Int) -> String? { cells[cell].isEmpty ? nil : cells[cell] }
      names.append(
        InstitutionNames(
          id: cells[0], name: cells[1], kana: known(2), english: known(3), school: known(4),
          aliases: cells[5].utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) },
          prefecture: known(6),
          city: known(7)))
    }
    self.names = names
    self.watched = watched
  }
}
