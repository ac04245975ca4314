import Foundation

/// What `RECORD_FLOORS` asks for: `1` pins higher floors, `lower` pins lower ones too.
enum Recording: String {
  case raise = "1"
  case lower

  /// What is asked for; nil where the floors are to be held.
  static let wanted = ProcessInfo.processInfo.environment["RECORD_FLOORS"].flatMap(Recording.init)

  /// Pins what a score reaches.
  ///
  /// - Returns: What there is to say of it, a line each.
  func record(_ score: CorpusScore) throws -> [String] {
    let floors = Floors(reachedBy: score, digest: try Floors.digestOfCorpus())
    let lowered = try Floors.pinned().map(floors.lowered(from:)) ?? []
    guard lowered.isEmpty || self == .lower else {
      return ["nothing was recorded; these floors would fall, which RECORD_FLOORS=lower allows:"]
        + lowered
    }
    try floors.write()
    return lowered.map { "lowered \($0)" }
      + ["recorded floors.json; look at the difference, then run without RECORD_FLOORS"]
  }
}
