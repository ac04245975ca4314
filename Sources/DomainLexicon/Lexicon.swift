import JapaneseText
public import ResourceTables

/// All words of the domain, for reading pages and for reading queries.
public final class Lexicon: Sendable {
  /// What labels announce.
  public let labels: LabelTable
  /// What questions and headings in whole phrases ask for.
  public let questions: QuestionTable
  /// The words for kinds of programs.
  public let kinds: KindTable
  /// The words in which things are said.
  public let concepts: ConceptTable
  /// The words by which single readers of pages tell what a passage is about.
  public let signs: SignTable
  /// The words that only queries use.
  public let asked: AskedTable
  /// Words of other languages that are searched for in Japanese.
  public let foreign: ForeignWordTable
  /// Prefectures, regions and their names.
  public let places: PlaceTable
  /// Departments and their names.
  public let departments: DepartmentTable
  /// The steps of ways to a licence.
  public let steps: StepTable

  /// The words in which a page says things of one kind of program.
  ///
  /// What is said of visits speaks of something else on every page but one of visits itself.
  public func words(for kind: KindName) -> Lexicon {
    kind.slug == "observer" ? ofVisits.value : self
  }

  private let ofVisits = Deferred {
    do throws(TableError) { return try Lexicon(isForPages: true, without: "見学") } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Reads the tables that come with the program.
  ///
  /// - Parameter isForPages: Whether all words are looked for together, which is of use to those who read pages;
  ///   whoever looks for a few waits less without.
  /// - Throws: The file and line of the first row that cannot be read.
  public convenience init(isForPages: Bool = false) throws(TableError) {
    try self.init(isForPages: isForPages, without: nil)
  }

  private init(isForPages: Bool, without subject: String?) throws(TableError) {
    let joined = isForPages ? JoinedWordLists() : nil
    labels = try LabelTable(joined, without: subject)
    questions = try QuestionTable(joined)
    kinds = try KindTable(joined)
    concepts = try ConceptTable(
      name: "concepts.tsv", bytes: PackageResources.concepts_tsv, column: "concept", in: joined,
      without: subject)
    signs = SignTable(
      whenNeeded: "signs.tsv", bytes: PackageResources.signs_tsv, column: "sign", in: joined,
      without: subject)
    asked = try AskedTable()
    foreign = try ForeignWordTable()
    places = try PlaceTable()
    departments = try DepartmentTable()
    steps = try StepTable()
  }

  /// Tells the tables of words that queries use apart from any other version of them.
  ///
  /// What was made of them, such as the words in an index, is made anew where it differs.
  public static let fingerprint: UInt64 = [
    PackageResources.concepts_tsv, PackageResources.kinds_tsv, PackageResources.departments_tsv,
    PackageResources.prefectures_tsv, PackageResources.regions_tsv,
    PackageResources.nicknames_tsv, PackageResources.asked_tsv, PackageResources.cities_tsv,
    PackageResources.foreign_tsv,
  ].reduce(0xcbf2_9ce4_8422_2325) { hash, bytes in
    bytes.withUnsafeBytes { bytes in
      var hash = (hash ^ UInt64(bytes.count)) &* 0x9e37_79b9_7f4a_7c15
      for place in stride(from: 0, to: bytes.count - 7, by: 8) {
        hash ^= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        hash = (hash << 29 | hash >> 35) &* 0x9e37_79b9_7f4a_7c15
      }
      for byte in bytes.suffix(bytes.count % 8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return hash
    }
  }
}
