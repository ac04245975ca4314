import CommandSupport
import Presentation

/// Reads the command line of a query that is made of words and options in their plain form.
///
/// It is what nearly everybody types, and read at once. Anything else, a mistake or a wish for help, is nil
/// and left to the parser of all command lines, which says what is wrong.
enum QueryArguments {
  /// The request of some arguments behind `query`; nil where they are not of the plain form.
  static func request(_ arguments: ArraySlice<String>) -> QueryRequest? {
    var request = QueryRequest()
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument.utf8.starts(with: "--".utf8) {
        guard read(argument, &rest, &request) else { return nil }
      } else if argument.utf8.first != UInt8(ascii: "-") {
        request.words.append(argument)
      } else {
        return nil
      }
    }
    guard request.asksForSomething, request.limit > 0,
      request.batch == nil || request.words.isEmpty
    else { return nil }
    return request
  }

  private static func read(
    _ option: String, _ rest: inout ArraySlice<String>, _ request: inout QueryRequest
  ) -> Bool {
    switch option {
    case "--all": request.showsAll = true
    case "--explain": request.explains = true
    case "--evidence": request.showsEvidence = true
    case "--no-pager": request.terminal.refusesPager = true
    default:
      guard let value = rest.popFirst(), value.utf8.first != UInt8(ascii: "-") else { return false }
      return (try? read(option, value, &request)) ?? false
    }
    return true
  }

  private static func read(
    _ option: String, _ value: String, _ request: inout QueryRequest
  ) throws -> Bool {
    switch option {
    case "--index": request.index = value
    case "--output": request.terminal.file = value
    case "--format":
      guard let format = AnswerFormat(rawValue: value) else { return false }
      request.format = format
    case "--lang": request.language = try OptionValue.language(value)
    case "--today": request.today = try OptionValue.day(value)
    case "--kind": request.kind = try OptionValue.kind(value)
    case "--limit":
      guard let limit = Int(value) else { return false }
      request.limit = limit
    case "--batch": request.batch = value
    default: return false
    }
    return true
  }
}
