import ArgumentParser

/// Which file a profile is made in, or checked.
struct ProfileFile: ParsableArguments {
  @Argument(help: "The file of the profile (default: me.yaml).")
  var file: String?
  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp("The file, as other commands name it.", visibility: .hidden))
  var named: String?

  /// The file.
  var path: String { file ?? named ?? "me.yaml" }

  func validate() throws {
    if file != nil, named != nil { throw ValidationError("Name the file once.") }
  }
}
