import ArgumentParser
import CommandSupport
import QueryEngine
import RecruitmentModel
import Workflows

/// Builds the index from records.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Builds the index from records (JSON lines).",
    discussion: "Without --from the index is made anew from the records that lie in its folder.")

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Files of records, one JSON object a line.", valueName: "file"))
  var from: [String] = []
  @OptionGroup var index: IndexOptions

  func run() throws {
    try Failure.reportingDirectly {
      let directory = index.directory
      var programs: [Program] = []
      var places: [String: String] = [:]
      for file in from.isEmpty ? [directory.records] : from {
        for program in try RecordFile.programs(at: file, checksSense: true) {
          if let other = places.updateValue(file, forKey: program.id) {
            throw Failure(
              "\(file): the id “\(program.id)” stands in \(other) already", Failure.badData)
          }
          programs.append(program)
        }
      }
      let names = try InstitutionDirectory.reading(Installation().sources)
      try directory.replace(programs, directory: names, try TextTools())
      Terminal.say(
        "\(programs.count) record\(programs.count == 1 ? "" : "s") indexed in \(directory.path)")
      return .success
    }
  }
}
