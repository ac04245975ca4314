import ArgumentParser
import ChangeLog
import CommandSupport
import Presentation
import Workflows

/// Keeps searches.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Keeps searches of which “changes --for NAME” tells the news.",
    discussion: """
      Examples:
        progsearch watch add tohoku "東北 無料"
        progsearch changes --for tohoku

      The searches lie in XDG_STATE_HOME/progsearch/watches.json (default: ~/.local/state).
      """,
    subcommands: [WatchAdd.self, WatchList.self, WatchRemove.self])
}

/// Keeps a search.
struct WatchAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Keeps a search under a name; its news begin from now.")

  @Argument(help: "The name.")
  var name: String
  @Argument(help: "The words of the query.")
  var words: [String]
  @OptionGroup var index: IndexOptions
  @OptionGroup var day: DayOptions

  func validate() throws {
    guard !name.isEmpty, name.count <= 60, SafeText.line(name) == name else {
      throw ValidationError("A name has 1 to 60 characters, without line ends and controls.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let query = words.joined(separator: " ")
      let found = try WatchSearch.ids(query, in: try index.search(), today: day.day)
      let changes = try ChangeFile.log(of: index.directory).changes
      let watch = Watch(name: name, query: query, read: 0, lastRead: nil, ids: [])
        .readThrough(changes, found: found)
      try WatchFile().update { watches in
        guard !watches.contains(where: { $0.name == name }) else {
          throw Failure(
            "there is a watch “\(name)” already; take it away with “progsearch watch remove \(name)”",
            Failure.usage)
        }
        watches.append(watch)
      }
      Terminal.say(
        "watching “\(name)”: \(found.count) \(found.count == 1 ? "program" : "programs") now; “progsearch changes --for \(name)” tells the news"
      )
      return .success
    }
  }
}

/// Lists the searches.
struct WatchList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the searches, and how many news each has.")

  @OptionGroup var index: IndexOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var day: DayOptions

  func run() async throws {
    try await Failure.reporting {
      let watches = try WatchFile().watches()
      guard !watches.isEmpty else {
        throw Failure(
          "no search is kept; “progsearch watch add NAME \"無料 東北\"” keeps one",
          Failure.nothingFound)
      }
      let search = try index.search()
      let changes = try ChangeFile.log(of: index.directory).changes
      let rows = try watches.map { watch in
        let found = try WatchSearch.ids(watch.query, in: search, today: day.day)
        return WatchRow(
          name: watch.name, query: watch.query, programs: found.count,
          news: watch.news(in: changes, found: found).count)
      }
      let renderer = WatchesRenderer(
        try language.wording(), width: Terminal.width, painter: Terminal.painter)
      try Terminal.write(renderer.text(rows))
      return .success
    }
  }
}

/// Takes a search away.
struct WatchRemove: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Takes a search away.")

  @Argument(help: "The name.")
  var name: String

  func run() async throws {
    try await Failure.reporting {
      let file = WatchFile()
      _ = try file.watch(named: name)
      try file.update { watches in watches.removeAll { $0.name == name } }
      return .success
    }
  }
}
