import Foundation

/// Which reader of pages this program has.
///
/// Any other build may read other facts from the same page, so it is the binary itself that counts:
/// its size and the time at which it was made.
enum ReaderVersion {
  static let current: String = {
    let path =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
    let attributes = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    let made = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(size)/\(Int64(made * 1_000_000))"
  }()
}
