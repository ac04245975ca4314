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
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try await Failure.reporting {
      let findings = Checkup(index: index).findings()
      let renderer = FindingsRenderer(
        try language.wording(), width: Terminal.width, painter: Terminal.painter)
      Terminal.write(renderer.text(findings))
      return findings.contains { $0.state == .bad } ? Failure.fault : .success
    }
  }
}
