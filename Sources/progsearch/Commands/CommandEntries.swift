import ArgumentParser

/// `extract` in the list of commands.
struct ExtractEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Reads the programs that one page or PDF states.")
}

/// `crawl` in the list of commands.
struct CrawlEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crawl",
    abstract: "Fetches what has changed, reads it, and replaces the index in one step.")
}

/// `verify` in the list of commands.
struct VerifyEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Reads every fact of the index again from the archived pages.")
}

/// `sources` in the list of commands.
struct SourcesEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Lists the sources with when each was last fetched and how that went.")
}

/// `export` in the list of commands.
struct ExportEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes programs as CSV, calendar, HTML and other formats.")
}

/// `calendar` in the list of commands.
struct CalendarEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Shows application windows, selection days and examinations on one time line.")
}

/// `watch` in the list of commands.
struct WatchEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Keeps searches of which “changes --for NAME” tells the news.")
}

/// `doctor` in the list of commands.
struct DoctorEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Looks whether all that progsearch needs is there.")
}

/// `changes` in the list of commands.
struct ChangesEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Shows what changed between crawls, with the words before and after.")
}

/// `robots` in the list of commands.
struct RobotsEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robots",
    abstract: "Says whether a robots.txt allows addresses, and which line of it decides.")
}
