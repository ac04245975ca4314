import ArgumentParser
import CommandSupport
import QueryEngine
import Workflows

/// Proves an index file whole.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Proves the index file whole, to its last byte.",
    discussion: """
      Compares the checksum, and reads every term, place, column and record: each must be what the \
      others say of it. Nothing is changed. An index that was cut off, altered, or made by a later \
      version ends with 65, a missing one with 66.
      """)

  @OptionGroup var index: IndexOptions

  func run() throws {
    try Failure.reportingDirectly {
      let directory = index.directory
      let (report, isStale) = try directory.check()
      try Terminal.write(
        "\(directory.index) is whole: \(report.records) records, \(report.terms) terms, \(report.bytes) bytes\n"
      )
      if isStale {
        try Terminal.write("It is older than its records and is made anew at the next query.\n")
      }
      return .success
    }
  }
}
