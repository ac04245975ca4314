import Foundation

/// One run of the real binary: what it printed and how it ended.
struct ProgramRun: Sendable {
  let output: String
  let messages: String
  let status: Int32

  /// The binary that was built beside the tests.
  static var binary: URL {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    var folder = tests
    while folder.path != "/" {
      let candidate = folder.appending(path: "progsearch")
      if FileManager.default.isExecutableFile(atPath: candidate.path) {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder)
        if !isFolder.boolValue { return candidate }
      }
      folder.deleteLastPathComponent()
    }
    return tests.appending(path: "progsearch")
  }

  /// Runs the binary to its end, without a terminal, in a plain environment.
  static func of(_ arguments: String..., environment: [String: String] = [:]) async throws
    -> ProgramRun
  {
    try await of(arguments, environment: environment)
  }

  /// Runs the binary to its end, without a terminal, in a plain environment; it reads a file, or nothing.
  static func of(
    _ arguments: [String], environment: [String: String] = [:], input: URL? = nil
  ) async throws -> ProgramRun {
    try await run(binary, arguments, environment: environment, from: input)
  }

  /// Runs a script of the shell to its end; the binary is its `$0`.
  static func ofShell(
    _ script: String, _ arguments: [String], environment: [String: String] = [:],
    into stream: FileHandle? = nil
  ) async throws -> ProgramRun {
    try await run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script, binary.path] + arguments,
      environment: environment, into: stream)
  }

  /// Runs a program; what it prints goes into a stream, or is read where there is none.
  private static func run(
    _ program: URL, _ arguments: [String], environment: [String: String], from input: URL? = nil,
    into stream: FileHandle? = nil
  ) async throws -> ProgramRun {
    let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appending(path: "output")
    let messages = folder.appending(path: "messages")
    for file in [output, messages] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": path, "LANG": "C.UTF-8", "COLUMNS": "80"].merging(environment) {
      $1
    }
    process.standardInput = try input.map(FileHandle.init(forReadingFrom:)) ?? .nullDevice
    process.standardOutput = try stream ?? FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    let status: Int32 = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    return ProgramRun(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self), status: status)
  }
}
