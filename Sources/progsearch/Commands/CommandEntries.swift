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

/// `eligible` in the list of commands.
struct EligibleEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eligible",
    abstract: "Says whether you may sit an examination: yes, no or unknown, rule by rule.")
}

/// `match` in the list of commands.
struct MatchEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Ranks programs for one person: yes, no or unknown for every condition.")
}

/// `plan` in the list of commands.
struct PlanEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Lays out your way to the licence as dated steps, with what collides.")
}

/// `profile` in the list of commands.
struct ProfileEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Makes or checks your profile, for match, eligible and plan.")
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

/// `serve` in the list of commands.
struct ServeEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves the search as a web page and a JSON API.")
}

/// `robots` in the list of commands.
struct RobotsEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robots",
    abstract: "Says whether a robots.txt allows addresses, and which line of it decides.")
}

/// `demo` in the list of commands.
struct DemoEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Shows the whole on made-up hospitals: serves them on loopback, crawls, asks.")
}
