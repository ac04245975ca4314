package import ArgumentParser
import Foundation
package import Presentation
package import RecruitmentModel
package import Workflows

/// Which index is read.
package struct IndexOptions: ParsableArguments {
  package init() {}

  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).",
      valueName: "dir"))
  package var path: String?

  /// The folder.
  package var directory: IndexDirectory {
    IndexDirectory(path: path ?? Installation().index())
  }

  /// The engine's use cases over the folder.
  package func search() throws -> SearchWorkflow { try Self.search(path) }

  /// What an answer in JSON says of the index.
  package func frame() throws -> AnswerFrame {
    let search = try search()
    return AnswerFrame(search.coverage, search.age)
  }

  /// The engine's use cases over a folder, or over the usual one.
  package static func search(_ path: String?) throws -> SearchWorkflow {
    try SearchWorkflow(
      directory: IndexDirectory(path: path ?? Installation().index()),
      sources: Installation().sources)
  }
}

/// How people want to read.
package struct OutputOptions: ParsableArguments {
  package init() {}

  @Option(help: "How to write: table for people, json for programs.")
  package var format = OutputFormat.table

  @OptionGroup package var language: LanguageOptions

  /// The words of the output.
  package func wording() throws -> Wording { try language.wording() }
}

/// The language of labels.
package struct LanguageOptions: ParsableArguments {
  package init() {}

  @Option(
    help: "The language of labels, ja or en (default: the locale's). Quotations stay as they are.",
    transform: OptionValue.language)
  package var lang: OutputLanguage?

  /// The words of the output.
  package func wording() throws -> Wording {
    try Self.wording(in: lang)
  }

  /// The words of a language; without one, of the locale's.
  package static func wording(in lang: OutputLanguage?) throws -> Wording {
    let environment = ProcessEnvironment()
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first {
      !$0.isEmpty
    }
    return try Wording(lang ?? OutputLanguage(locale: locale ?? ""))
  }
}

/// The day on which statuses are looked at.
package struct DayOptions: ParsableArguments {
  package init() {}

  @Option(
    help: "The day that counts as today, as 2026-11-21 (default: today in Japan).",
    transform: OptionValue.day)
  package var today: CalendarDay?

  /// The day.
  package var day: CalendarDay { today ?? Self.inJapan }

  /// Today in Japan.
  package static var inJapan: CalendarDay {
    Timestamp(secondsSinceEpoch: Int(Date().timeIntervalSince1970)).day()
  }
}

/// Readers of option values; each says what would have been right.
package enum OptionValue {
  package static func day(_ text: String) throws -> CalendarDay {
    guard let day = CalendarDay(text) else {
      throw ValidationError("“\(text)” is not a day; write it as 2026-11-21.")
    }
    return day
  }

  package static func language(_ text: String) throws -> OutputLanguage {
    try value(text, OutputLanguage.init(rawValue:), OutputLanguage.allCases.map(\.rawValue))
  }

  package static func kind(_ text: String) throws -> ProgramKind {
    try value(text, ProgramKind.init(rawValue:), ProgramKind.allCases.map(\.rawValue))
  }

  private static func value<Value>(
    _ text: String, _ read: (String) -> Value?, _ allowed: [String]
  ) throws -> Value {
    guard let value = read(text) else {
      throw ValidationError("“\(text)” is not one of \(allowed.joined(separator: ", ")).")
    }
    return value
  }
}
