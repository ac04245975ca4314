import ArgumentParser
import CommandSupport

/// The commands of daily use that need neither a page nor the network; `progsearch` starts it where
/// it is needed, so that a query stays small.
@main
struct ProgsearchDaily: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progsearch",
    abstract: "Keeps, exports and plans: the part of progsearch for daily use.",
    version: ProgramVersion.current,
    subcommands: [
      CalendarCommand.self, ChangesCommand.self, DoctorCommand.self, EligibleCommand.self,
      ExportCommand.self, MatchCommand.self, PlanCommand.self, ProfileCommand.self,
      TopicsCommand.self, WatchCommand.self,
    ])

  static func main() async { await Launch.run(Self.self) }
}
