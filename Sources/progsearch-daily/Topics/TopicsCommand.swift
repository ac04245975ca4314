import ArgumentParser
import CommandSupport
import Foundation
import Presentation
import QueryEngine
import RecruitmentModel
import Workflows

/// Explains what commands have in common.
struct TopicsCommand: AsyncParsableCommand {
  /// The lists of values that shells complete with.
  enum Values: String, ExpressibleByArgument, CaseIterable {
    case ids, prefectures, regions, fields, watches, kinds, topics, examinations, institutions
    case statuses, recommendations, obligations, acceptances
  }

  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Explains the query language, evidence, statuses and exit statuses.",
    discussion: "“progsearch help topics” lists them; “progsearch help topics query” shows one.")

  @Argument(help: "The topic; a list of them where none is named.")
  var topic: String?
  @Option(
    help: ArgumentHelp("Print values, one a line, for the completion of shells.", valueName: "list")
  )
  var values: Values?
  @OptionGroup var index: IndexOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var terminal: TerminalOptions

  func run() async throws {
    try await Failure.reporting {
      if let values {
        try Terminal.write(try list(values).map { SafeText.line($0) + "\n" }.joined())
        return .success
      }
      let wording = try language.wording()
      let topics = try Topic.all(wording.language)
      let renderer = TopicsRenderer(wording, width: Terminal.width, painter: terminal.painter)
      guard let topic else {
        try terminal.show(renderer.list(topics))
        return .success
      }
      guard let found = topics.first(where: { $0.name == topic }) else {
        let names = topics.map(\.name).joined(separator: ", ")
        throw Failure("there is no topic “\(topic)”; the topics are \(names)", Failure.usage)
      }
      try terminal.show(renderer.text(found))
      return .success
    }
  }

  private func list(_ values: Values) throws -> [String] {
    switch values {
    case .ids: return try list(.institutions) + (try index.search().ids.sorted())
    case .institutions:
      return Set(try index.search().ids.map { String($0.prefix { $0 != "/" }) }).sorted()
    case .examinations:
      var ids: [String] = []
      try index.search().forEachRecord(of: .examination) { program, _ in
        ids.append(program.id)
        return true
      }
      return ids
    // Whoever types 徳 in an English terminal is completed too.
    case .prefectures:
      let own = try language.wording()
      let other = try Wording(own.language == .japanese ? .english : .japanese)
      return own.places + other.places
    case .regions: return try QueryFields.regions()
    case .statuses: return ["yes", "no"] + ProgramStatus.allCases.map(\.rawValue)
    case .recommendations: return Recommendation.allCases.map(\.rawValue)
    case .obligations: return ["none"] + Obligation.Place.allCases.map(\.rawValue)
    case .acceptances: return Acceptance.allCases.map(\.rawValue)
    case .fields: return QueryFields.names
    case .watches: return try WatchFile().watches().map(\.name)
    case .kinds: return ProgramKind.allCases.map(\.rawValue)
    case .topics: return try Topic.all(.english).map(\.name)
    }
  }
}
