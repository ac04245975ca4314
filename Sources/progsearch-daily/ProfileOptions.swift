import ApplicantProfile
import ArgumentParser
import CommandSupport
import MarkedYAML
import Workflows

/// Whose profile is read.
struct ProfileOptions: ParsableArguments {
  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "What you say of yourself, as YAML (made by “progsearch profile init”).", valueName: "file"))
  var path: String

  /// The profile.
  func profile() throws -> Profile { try Self.profile(at: path) }

  /// The profile in a file.
  static func profile(at path: String) throws -> Profile {
    let bytes: [UInt8]
    do throws(WorkflowError) { bytes = try RecordFile.bytes(at: path, purpose: "profile") } catch {
      guard case .missingFile = error else { throw error }
      throw Failure(
        "there is no profile \(path); make one with “progsearch profile init \(path)”",
        Failure.noInput)
    }
    do throws(YAMLFileError) {
      return try Profile(yaml: String(decoding: bytes, as: UTF8.self), file: path)
    } catch { throw Failure("\(error)", Failure.badData) }
  }
}
