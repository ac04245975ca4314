import ArgumentParser
import CommandSupport
import Foundation
import Presentation
import RoutePresentation

/// The language of what is shown, where no other choice of output is offered with it.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: "The language of labels, ja or en (default: the locale's).",
    transform: OptionValue.language)
  var lang: OutputLanguage?

  /// The words.
  func wording() throws -> RouteWording {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first {
      !$0.isEmpty
    }
    return try RouteWording(lang ?? OutputLanguage(locale: locale ?? ""))
  }
}
