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
  /// Prefectures, regions and their names.
  public let places: PlaceTable
  /// Departments and their names.
  public let departments: DepartmentTable

  /// Reads the tables that come with the program.
  ///
  /// - Throws: The file and line of the first row that cannot be read.
  public init() throws(TableError) {
    labels = try LabelTable()
    questions = try QuestionTable()
    kinds = try KindTable()
    concepts = try ConceptTable()
    places = try PlaceTable()
    departments = try DepartmentTable()
  }
}
