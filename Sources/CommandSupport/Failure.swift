package import ArgumentParser
import QueryEngine
import Workflows

/// A message for people and the exit status that goes with it.
package struct Failure: Error {
  /// What is wrong and what to do; empty where nobody is left to be told.
  package let message: String
  package let status: ExitCode

  package static let nothingFound = ExitCode(1)
  package static let usage = ExitCode(64)
  package static let badData = ExitCode(65)
  package static let noInput = ExitCode(66)
  package static let unavailable = ExitCode(69)
  package static let fault = ExitCode(70)
  package static let inputOutput = ExitCode(74)

  package init(_ message: String, _ status: ExitCode) {
    self.message = message
    self.status = status
  }

  /// Runs a command; whatever goes wrong becomes one message on standard error and an exit status.
  package static func reporting(_ body: () async throws -> ExitCode) async throws {
    let status: ExitCode
    do {
      status = try await body()
    } catch {
      let failure = Failure(error)
      failure.say()
      throw failure.status
    }
    if status != .success { throw status }
  }

  /// Runs a command that waits for nothing, and so needs no task of its own.
  package static func reportingDirectly(_ body: () throws -> ExitCode) throws {
    let status: ExitCode
    do {
      status = try body()
    } catch {
      let failure = Failure(error)
      failure.say()
      throw failure.status
    }
    if status != .success { throw status }
  }

  /// Says the message on standard error; nothing where there is none.
  private func say() {
    if !message.isEmpty { Terminal.say("progsearch: " + message) }
  }

  /// The message and the status of any error.
  package init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as WorkflowError: self.init(error)
    case let error as SearchEngine.Failure: self.init(error)
    default: self.init("something went wrong: \(error)", Self.fault)
    }
  }

  private init(_ error: WorkflowError) {
    switch error {
    case .missingFile(let path, let purpose):
      self.init("there is no file \(path) (\(purpose)); check the path", Self.noInput)
    case .unreadableFile(let path, let reason):
      self.init("\(path) cannot be read: \(reason)", Self.inputOutput)
    case .unwritableFile(let path, let reason):
      self.init("\(path) cannot be written: \(reason)", Self.inputOutput)
    case .badRecord(let file, let line, let key, let reason):
      let place = line > 0 ? "\(file), line \(line)" : file
      self.init("\(place): \(key.isEmpty ? "the record" : key) \(reason)", Self.badData)
    case .badSourceList(let description): self.init(description, Self.badData)
    case .missingIndex(let directory):
      self.init(
        "there is no index in \(directory); build one with “progsearch index --from FILE --index \(directory)”, "
          + "or name another folder with --index", Self.noInput)
    case .damagedIndex(let path, let reason):
      self.init(
        "the index \(path) cannot be used: \(reason). Delete that file; it is made anew from programs.jsonl beside it",
        Self.badData)
    case .dictionary(let reason): self.init(reason, Self.fault)
    case .unknownID(let id, let nearest):
      self.init("there is no program “\(id)”\(Self.offer(nearest))", Self.nothingFound)
    case .unknownSource(let id, let nearest):
      self.init("there is no source “\(id)” on the list\(Self.offer(nearest))", Self.usage)
    case .fault(let reason): self.init("a fault of the program: \(reason)", Self.fault)
    }
  }

  private static func offer(_ nearest: [String]) -> String {
    nearest.isEmpty
      ? "; “progsearch sources” lists what is watched"
      : "; did you mean \(nearest.joined(separator: ", "))?"
  }

  private init(_ error: SearchEngine.Failure) {
    switch error {
    case .syntax(let error): self.init(Self.message(error), Self.usage)
    case .dictionary(let error): self.init(WorkflowError(error))
    case .record(let reason):
      self.init("the index holds a record that cannot be read: \(reason)", Self.badData)
    }
  }

  private static func message(_ error: QuerySyntaxError) -> String {
    let place = "the query, character \(error.column): "
    return switch error.reason {
    case .unknownField(let name, let known):
      place + "there is no field “\(name)”; the fields are \(known.joined(separator: ", "))"
    case .badValue(let field, let value, let expected):
      place + "\(field) cannot be “\(value)”; give \(expected)"
    case .unbalancedQuote(let mark):
      place + "the phrase that \(mark) begins does not end; close it, or leave the mark out"
    case .tooLong(let characters, let limit):
      "the query has \(characters) characters; at most \(limit) are read"
    }
  }
}
