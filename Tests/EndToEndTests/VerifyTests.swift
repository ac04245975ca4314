import Foundation
import PageArchive
import RecruitmentModel
import Testing

/// `verify`: every fact of the index is read again from a tiny archive.
@Suite struct VerifyTests {
  private static let url = "https://www.mihon.example.jp/shuren.html"
  private static let page = """
    <!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>実地修練生募集要項</title></head>
    <body><h1>令和9年度 実地修練生募集要項</h1>
    <table><tr><th>修練料</th><td>月額 <del>30,000円</del> 25,000円</td></tr>
    <tr><th>募集人員</th><td>2名</td></tr>
    <tr><th>出願期間</th><td>2026年11月2日（月）～2026年12月4日（土）必着</td></tr></table>
    </body></html>
    """
  private static let sources = """
    sources:
      - id: mihon
        name: 見本大学病院
        kana: みほんだいがくびょういん
        english: Mihon University Hospital
        school: 見本大学
        aliases: [見本大病院]
        prefecture: 宮城県
        city: 仙台市
        founder: national
        site: https://www.mihon.example.jp/
        hosts: [www.mihon.example.jp]
    """

  /// Folders with a source list, and an archive and an index of one page.
  private struct Folders {
    let root: URL

    var sources: String { root.appending(path: "sources.yaml").path }
    var archive: String { root.appending(path: "archive").path }
    var index: String { root.appending(path: "index").path }
    var records: URL { root.appending(path: "index/programs.jsonl") }

    /// Puts a page into an archive.
    func archive(_ page: String, in folder: String) throws {
      let archive = try PageArchive(directory: folder, access: .readWrite)
      try archive.store(
        Capture(
          url: url, sourceID: "mihon", fetchedAt: Timestamp(secondsSinceEpoch: 1_795_000_000),
          status: 200, headers: [HeaderField(name: "Content-Type", value: "text/html")],
          body: Array(page.utf8)))
    }

    /// Runs `verify` over the index and an archive.
    func verify(archive: String? = nil, _ more: String...) async throws -> ProgramRun {
      try await ProgramRun.of(
        ["verify", "--index", index, "--archive", archive ?? self.archive] + more)
    }

    /// Changes the records, each occurrence of some words.
    func replace(_ words: String, with others: String) throws {
      let text = try String(contentsOf: records, encoding: .utf8)
      #expect(text.contains(words))
      try text.replacing(words, with: others).write(to: records, atomically: true, encoding: .utf8)
    }
  }

  private func withIndex(_ body: (Folders) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "verify-\(UUID().uuidString)")
    let folders = Folders(root: root)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try Self.sources.write(toFile: folders.sources, atomically: true, encoding: .utf8)
    try folders.archive(Self.page, in: folders.archive)
    let run = try await ProgramRun.of(
      "crawl", "--offline", "--sources", folders.sources, "--archive", folders.archive, "--index",
      folders.index)
    #expect(run.status == 0, "\(run.messages)")
    try await body(folders)
  }

  @Test("An index that was just made follows from its archive")
  func follows() async throws {
    try await withIndex { folders in
      let run = try await folders.verify()
      #expect(run.status == 0, "\(run.output) \(run.messages)")
      #expect(run.output.contains("facts in 1 records follow from their pages, 0 do not"))
      let json = try await folders.verify("--format", "json")
      #expect(json.output.contains(#""failing":0"#) && json.output.contains(#""notArchived":0"#))
      let file = try await ProgramRun.of(
        "verify", "--index", folders.records.path, "--archive", folders.archive)
      #expect(file.output == run.output, "a file of records does too")
    }
  }

  @Test(
    "A value, a quotation or a place that does not follow is named with its record, with 65",
    arguments: [
      (#""max":2,"min":2"#, #""max":3,"min":3"#, "capacity: the value"),
      ("25,000円", "20,000円", "fee: the quotation is not there “20,000円”"),
      (#""start":"#, #""start":1"#, "the quotation is not at its place"),
      (#""page":0"#, #""page":7"#, "the record has no page 7"),
    ])
  func faults(words: String, others: String, problem: String) async throws {
    try await withIndex { folders in
      try folders.replace(words, with: others)
      let run = try await folders.verify()
      #expect(run.status == 65, "\(run.output) \(run.messages)")
      #expect(run.output.contains("mihon/practical-training: "))
      #expect(run.output.contains(problem), "\(run.output)")
      let json = try await folders.verify("--format", "json")
      #expect(json.output.contains(#""record":"mihon/practical-training""#))
    }
  }

  @Test("An archive with another version of the page is read, too")
  func otherVersion() async throws {
    try await withIndex { folders in
      let other = folders.root.appending(path: "other").path
      try folders.archive(Self.page.replacing("2名", with: "5名"), in: other)
      let run = try await folders.verify(archive: other)
      #expect(run.status == 65)
      #expect(run.output.contains("capacity: the quotation is not there “2名”"), "\(run.output)")
      #expect(try await folders.verify(archive: other, "--archive", folders.archive).status == 65)
      #expect(try await folders.verify("--archive", other).status == 0, "the first archive counts")
    }
  }

  @Test("What has no page in the archive is counted as not checked, and never as following")
  func unverifiable() async throws {
    try await withIndex { folders in
      try folders.replace("shuren.html", with: "kieta.html")
      let run = try await folders.verify()
      #expect(run.status == 1)
      #expect(run.output.contains("0 facts in 0 records follow"), "\(run.output)")
      #expect(run.output.contains("from pages that are not archived"))
    }
  }

  @Test("A missing index or archive ends with 66, a torn record with 65, a damaged page is a fault")
  func badInput() async throws {
    try await withIndex { folders in
      let nowhere = folders.root.appending(path: "nowhere").path
      let noIndex = try await ProgramRun.of("verify", "--index", nowhere)
      #expect(noIndex.status == 66 && noIndex.messages.contains("no index"))
      let noArchive = try await folders.verify(archive: nowhere)
      #expect(noArchive.status == 66 && noArchive.messages.contains("no archive"))

      let archive = URL(fileURLWithPath: folders.archive)
      let names = try FileManager.default.contentsOfDirectory(atPath: archive.path)
      let warc = archive.appending(path: try #require(names.first { $0.hasSuffix(".warc") }))
      let bytes = try Data(contentsOf: warc)
      try bytes.prefix(bytes.count / 3).write(to: warc)
      let damaged = try await folders.verify()
      #expect(damaged.status == 65 && damaged.output.contains("damaged"), "\(damaged.output)")

      let text = try Data(contentsOf: folders.records)
      try text.prefix(text.count / 2).write(to: folders.records)
      let torn = try await folders.verify()
      #expect(torn.status == 65 && torn.messages.contains("line 1"), "\(torn.messages)")
    }
  }

  @Test("A weekday that does not fit its date is shown with the fact, and does not move the date")
  func weekday() async throws {
    try await withIndex { folders in
      let run = try await ProgramRun.of("show", "mihon", "--index", folders.index, "--lang", "en")
      #expect(
        run.output.contains("Note: 2026-12-04 is 金; the page has 土 beside it"), "\(run.output)")
      #expect(run.output.contains("2026-12-04"))
    }
  }
}
