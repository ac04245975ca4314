import CommandSupport
import Foundation
import RecruitmentModel
import Workflows

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file of the searches that somebody keeps, under the folder of states of the XDG rules.
struct WatchFile {
  private struct Content: Codable {
    var schema = 1
    var watches: [Watch] = []
  }

  let path: String

  /// Finds the file.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let named = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"] ?? FileManager.default.currentDirectoryPath
    path = (named ?? home + "/.local/state") + "/progsearch/watches.json"
  }

  /// The searches, by their names.
  func watches() throws -> [Watch] { try content().watches.sorted { $0.name < $1.name } }

  /// The search of a name.
  func watch(named name: String) throws -> Watch {
    let all = try watches()
    if let watch = all.first(where: { $0.name == name }) { return watch }
    let near = NearWords.nearest(to: name, among: all.map(\.name))
    let offer =
      all.isEmpty
      ? "make one with “progsearch watch add \(name) \"無料 東北\"”"
      : near.isEmpty
        ? "“progsearch watch list” tells which there are"
        : "did you mean \(near.joined(separator: ", "))?"
    throw Failure("there is no watch “\(name)”; \(offer)", Failure.nothingFound)
  }

  /// Changes the list in one step: nobody else changes it meanwhile, and the file is replaced as a whole.
  func update(_ change: (inout [Watch]) throws -> Void) throws {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch { throw unwritable }
    let lock = open(path + ".lock", O_CREAT | O_RDWR, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX) == 0 else { throw unwritable }
    defer { close(lock) }
    var content = try content()
    try change(&content.watches)
    do {
      let text = try RecordCoding.jsonLine(content) + "\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch { throw unwritable }
  }

  private var unwritable: Failure {
    Failure("\(path) cannot be written; check the folder", Failure.inputOutput)
  }

  private func content() throws -> Content {
    guard FileManager.default.fileExists(atPath: path) else { return Content() }
    let bytes = try RecordFile.bytes(at: path, purpose: "watches")
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
      content.schema == 1
    else {
      throw Failure(
        "\(path) is not a file of watches that this version reads; move it away to begin anew",
        Failure.badData)
    }
    return content
  }
}
