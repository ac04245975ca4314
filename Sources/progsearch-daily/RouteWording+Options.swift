import CommandSupport
import Presentation
import RoutePresentation

extension RouteWording {
  /// The words in the language of the options.
  init(_ options: LanguageOptions) throws {
    try self.init(options.wording().language)
  }
}
