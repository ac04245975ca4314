public import MarkedYAML
public import RecruitmentModel

/// Examinations and pathways that are known from elsewhere: one record each.
public struct RouteRecords: Hashable, Sendable {
  /// The records, in the order of the file.
  public let programs: [Program]

  /// No records.
  public init() {
    programs = []
  }

  /// Reads a file of examinations and pathways.
  ///
  /// - Parameters:
  ///   - yaml: What the file holds.
  ///   - file: The name of the file, for messages.
  /// - Throws: The first thing that is wrong, with its line.
  public init(yaml: String, file: String) throws(SourceListError) {
    let root = try KeyedReader(
      MarkedNode(yaml: yaml, file: file), allowed: ["institutions", "records"])
    var institutions: [String: Institution] = [:]
    for node in try root.required("institutions").list() {
      let institution = try Institution(routeNode: node)
      guard institutions.updateValue(institution, forKey: institution.id ?? "") == nil else {
        throw node.place.error(.refused("the institution “\(institution.id ?? "")” stands twice"))
      }
    }
    var lines: [String: Int] = [:]
    var programs: [Program] = []
    for node in try root.required("records").list() {
      let program = try RouteRecordReader(node).program(institutions)
      if let line = lines.updateValue(node.place.line, forKey: program.id) {
        throw node.place.error(.duplicate(program.id, key: "id", firstLine: line))
      }
      programs.append(program)
    }
    self.programs = programs
  }
}

extension Institution {
  /// Reads whose examination or pathway it is.
  fileprivate init(routeNode node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(
      node, allowed: ["id", "name", "english", "prefecture", "city", "site"])
    self.init(
      id: try reader.text("id"), name: try reader.text("name"),
      nameEn: try reader.optionalText("english"), prefecture: try reader.optionalText("prefecture"),
      city: try reader.optionalText("city"), url: try reader.node("site")?.address(of: "site"))
  }
}
