import Foundation
import PageArchive
import RecruitmentModel
import Testing

/// A directory that is there as long as a test runs.
func withTemporaryDirectory<Value>(_ body: (String) async throws -> Value) async throws -> Value {
  let path = FileManager.default.temporaryDirectory.path + "/archive-\(UUID().uuidString)"
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try await body(path)
}

/// A moment that many seconds after the first of the tests.
func moment(_ seconds: Int = 0) -> Timestamp {
  Timestamp(secondsSinceEpoch: 1_795_000_000 + seconds)
}

/// A capture of a page with the usual fields.
func page(
  _ url: String = "http://a.example/", source: String? = "a", at date: Timestamp = moment(),
  status: Int = 200, body: String = "<p>修練生を募集します", headers: [HeaderField] = [],
  origin: CaptureOrigin = CaptureOrigin()
) -> Capture {
  Capture(
    url: url, sourceID: source, fetchedAt: date, status: status,
    headers: [HeaderField(name: "Content-Type", value: "Text/HTML; charset=utf-8")] + headers,
    body: Array(body.utf8), requestHeaders: [HeaderField(name: "Host", value: "a.example")],
    origin: origin)
}

/// The names of the WARC files in a directory.
func warcFiles(in directory: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: directory)
    .filter { $0.hasSuffix(".warc") }.sorted().map { "\(directory)/\($0)" }
}

/// The bytes of a file.
func contents(of path: String) throws -> [UInt8] {
  try #require(FileManager.default.contents(atPath: path)).map(\.self)
}
