import ArgumentParser
import CommandSupport
import Workflows

/// The names by which commands are called, and what is said of a word that is none.
enum CommandNames {
  /// The command behind “progsearch help topics”, which the list of commands does not name.
  static let topics = "topics"
  private static let help = "help"

  /// The commands in the order of the list.
  static var all: [String] {
    Progsearch.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Ends with 64 where the first word, or the one behind `help`, is no command.
  static func refuseUnknown(_ arguments: [String]) {
    let asked = arguments.first == help ? arguments.dropFirst() : arguments[...]
    guard let word = asked.first, !word.hasPrefix("-"), word != help, !all.contains(word) else {
      return
    }
    Terminal.say("progsearch: " + message(about: word, among: all + [help]))
    Progsearch.exit(withError: Failure.usage)
  }

  /// What is wrong with a word, and what was probably meant.
  static func message(about word: String, among names: [String]) -> String {
    let near = word.isEmpty ? [] : NearWords.nearest(to: word, among: names)
    let next =
      near.isEmpty
      ? "“progsearch --help” lists them; a search is: progsearch query \(word)"
      : "did you mean \(near.joined(separator: ", "))?"
    return "there is no command “\(word)”; \(next)"
  }
}
