import ArgumentParser
import CommandSupport
import Foundation
import Presentation
import Workflows

/// Looks whether all that progsearch needs is there.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Looks whether all that progsearch needs is there.",
    discussion: "The status is 70 where something is missing that a query needs.")

  @OptionGroup var index: IndexOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var terminal: TerminalOptions

  func run() async throws {
    try await Failure.reporting {
      let wording = try output.wording()
      let findings = Checkup(index: index, wording: wording).findings()
      switch output.format {
      case .json: try terminal.write(try FindingsJSON.line(findings) + "\n")
      case .table:
        let renderer = FindingsRenderer(
          wording, width: Terminal.width, painter: terminal.painter)
        try terminal.show(renderer.text(findings))
      }
      return findings.contains { $0.state == .bad } ? Failure.fault : .success
    }
  }
}
