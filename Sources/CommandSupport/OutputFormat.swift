import ArgumentParser

/// How output is written.
package enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
}
