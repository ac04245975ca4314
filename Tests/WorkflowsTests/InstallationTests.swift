import Foundation
import Testing

@testable import Workflows

/// Where the program's files are, by what the environment says.
@Suite struct InstallationTests {
  @Test("The environment names the folder and the index; empty names are none")
  func named() {
    let named = ProcessEnvironment(["PROGSEARCH_HOME": "/srv/p", "PROGSEARCH_INDEX": "/srv/i"])
    #expect(Installation(environment: named).root == "/srv/p")
    #expect(Installation(environment: named).sources == "/srv/p/Crawl/sources.yaml")
    #expect(Installation(environment: named).index(environment: named) == "/srv/i")
    let empty = ProcessEnvironment(["PROGSEARCH_HOME": "", "PROGSEARCH_INDEX": ""])
    let installation = Installation(environment: empty)
    #expect(installation.index(environment: empty) == installation.root + "/Index")
  }

  @Test("Without a name it is the nearest folder above the program that has a source list")
  func nearest() {
    let root = Installation(environment: ProcessEnvironment([:])).root
    #expect(FileManager.default.fileExists(atPath: root + "/Crawl/sources.yaml"))
  }

  @Test("The environment of the process is asked name by name")
  func process() {
    let all = ProcessInfo.processInfo.environment
    for (name, value) in all { #expect(ProcessEnvironment()[name] == value) }
    #expect(ProcessEnvironment()["PROGSEARCH_NO_SUCH_NAME"] == nil)
  }
}

/// The stamp of a file of records stays what indexes of earlier versions have.
@Suite struct RecordsStampTests {
  @Test("It is the size and the time of change as Foundation tells them")
  func stamps() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "stamp-\(UUID().uuidString)")
    try Data("ab".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    for (seconds, nanoseconds) in [
      (0, 1_000), (1_700_000_000, 123_456_789), (1_795_000_000, 999_999_999),
    ] {
      let time = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
      #expect(utimensat(AT_FDCWD, file.path, [time, time], 0) == 0)
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      let changed = try #require(attributes[.modificationDate] as? Date)
      #expect(
        RecordsStamp(of: file.path)?.description
          == "2/\(Int64(changed.timeIntervalSince1970 * 1_000_000))")
    }
    #expect(RecordsStamp(of: file.path + ".none") == nil)
  }
}
