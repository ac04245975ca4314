import Foundation

/// Which reader of pages this program has.
///
/// Any other build may read other facts from the same page, so it is the binary itself that counts:
/// its size and the time at which it was made.
enum ReaderVersion {
  /// The file of the running program.
  static let binary =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    ?? Bundle.main.executablePath ?? CommandLine.arguments[0]

  static let current: String = {
    let attributes = (try? FileManager.default.attributesOfItem(atPath: binary)) ?? [:]
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    let made = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(size)/\(Int64(made * 1_000_000))"
  }()
}
