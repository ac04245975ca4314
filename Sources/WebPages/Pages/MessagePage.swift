import QueryEngine

/// Says what is wrong with a request, and where to go on.
struct MessagePage {
  let context: PageContext
  let message: String
  /// Programs that may have been meant, by id.
  var nearest: [String] = []
  private var words: WebWording { context.words }

  var html: HTML {
    PageFrame(context: context).page(
      title: words("error.title"), section: nil, path: [],
      head: element(.meta, .name("robots"), .content("noindex"))
    ) {
      element(.h1) { words.html("error.title") }
      element(.p, .class("notice")) { message }
      if !nearest.isEmpty {
        element(.p) { words("error.program.near") }
        element(.ul) {
          for id in nearest {
            element(.li) {
              element(.a, .href(context.addresses.program(id, context.state))) { id }
            }
          }
        }
      }
      SearchPage.form(context)
    }
  }
}

extension WebWording {
  /// What is wrong with a query, in words.
  func message(_ error: QuerySyntaxError) -> String {
    let detail =
      switch error.reason {
      case .unknownField(let name, let known):
        self("error.query.field", error.column, name, known.joined(separator: ", "))
      case .badValue(let field, let value, let expected):
        self("error.query.value", error.column, field, value, expected)
      case .unbalancedQuote(let mark): self("error.query.quote", error.column, mark)
      case .tooLong(let characters, let limit): self("error.query.long", characters, limit)
      }
    return "\(self("error.query")): \(detail)"
  }
}
