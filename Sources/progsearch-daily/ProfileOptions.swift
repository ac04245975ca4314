import ApplicantProfile
import ArgumentParser
import CommandSupport
import MarkedYAML
import RecruitmentModel
import Workflows

/// Whose profile is read.
struct ProfileOptions: ParsableArguments {
  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "What you say of yourself, as YAML (made by “progsearch profile init”).", valueName: "file"))
  var path: String

  /// The profile; what it says to be passed after a day is refused.
  func profile(on today: CalendarDay) throws -> Profile {
    try Self.profile(at: path, on: today)
  }

  /// The profile in a file, as of a day.
  static func profile(at path: String, on today: CalendarDay) throws -> Profile {
    let bytes: [UInt8]
    do throws(WorkflowError) { bytes = try RecordFile.bytes(at: path, purpose: "profile") } catch {
      guard case .missingFile = error else { throw error }
      throw Failure(
        "there is no profile \(path); make one with “progsearch profile init \(path)”",
        Failure.noInput)
    }
    do throws(YAMLFileError) {
      return try Profile(yaml: String(decoding: bytes, as: UTF8.self), file: path, today: today)
    } catch { throw Failure("\(error)", Failure.badData) }
  }
}
