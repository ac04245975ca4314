import ChangeLog
import Foundation
import QueryEngine
import RecruitmentModel
import TestKit
import Testing

@testable import WebPages

@Suite("The site as files")
struct StaticSiteTests {
  @Test("has every page in every language, and no page has a fault")
  func files() throws {
    let files = try SampleSite.files()
    let paths = Set(files.map(\.path))
    for folder in ["", "en/", "zh/"] {
      for name in [
        "index", "map", "timeline", "compare", "changes", "programs/mihon/practical-training",
      ] {
        #expect(paths.contains("\(folder)\(name).html"))
      }
    }
    #expect(paths.count == files.count)
    for file in files where file.path.hasSuffix(".html") {
      #expect(MarkupAudit(file.content).faults.isEmpty, "\(file.path)")
    }
  }

  @Test("every link leads to a file")
  func links() throws {
    let files = try SampleSite.files()
    let paths = Set(files.map(\.path))
    for file in files where file.path.hasSuffix(".html") {
      let folder = URL(fileURLWithPath: "/" + file.path).deletingLastPathComponent()
      for part in file.content.components(separatedBy: "href=\"").dropFirst() {
        let address = part.prefix { $0 != "\"" && $0 != "?" && $0 != "#" }
        guard address.hasPrefix("."), address != "./" else { continue }
        let target = folder.appending(path: String(address)).standardizedFileURL.path.dropFirst()
        #expect(paths.contains(String(target)), "\(file.path) leads to \(address)")
      }
    }
  }

  /// The pages are those of the server, for which every text is tried at every place.
  @Test("text of a record stays text", arguments: [0, 9, 19])
  func stored(_ first: Int) throws {
    let programs = Attacks.places.enumerated().map { number, place in
      let text = Attacks.texts[(first + number) % Attacks.texts.count]
      var program = Attacks.record(text, at: place.name)
      program.id = "mihon\(number)/practical-training"
      return program
    }
    for file in try StaticSite(SampleSite.site(programs)).files() {
      if file.path.hasSuffix(".html") {
        #expect(MarkupAudit(file.content).faults.isEmpty, "\(file.path)")
      } else if file.path.hasSuffix("search-data.js") {
        #expect(!file.content.contains("<"))
      }
    }
  }

  @Test("phrases have the answers of the search engine")
  func phrases() throws {
    let files = try SampleSite.files()
    let data = files.first { $0.path == "assets/search-data.js" }?.content ?? ""
    let start = try #require(data.firstIndex(of: "{"))
    let end = try #require(data.lastIndex(of: "}"))
    let object = try JSONSerialization.jsonObject(with: Data(data[start...end].utf8))
    let document = try #require(object as? [String: Any])
    let rows = try #require(document["programs"] as? [[String: Any]])
    let language = try #require(document["language"] as? [String: Any])
    let conditions = try #require(language["conditions"] as? [[String: Any]])
    let phrases = try #require(language["phrases"] as? [String: [Int]])
    let ids = rows.compactMap { $0["id"] as? String }
    #expect(ids.count == 7)
    let free = try #require(phrases["無料"])
    let letters = try #require(conditions[free[0]]["answers"] as? String)
    let answers = Dictionary(zip(ids, letters), uniquingKeysWith: { one, _ in one })
    #expect(answers["mihon/practical-training"] == "y")
    #expect(answers["reiji/practical-training"] == "n")
    #expect(answers["soutei/practical-training"] == "?")
    #expect(phrases["free"]?[0] == free[0])
    #expect((conditions[free[0]]["labels"] as? [String: String])?["en"] == "{0} → free of charge")
    // A minus and 以外 may turn it round, or `not`; what denies in other ways is not understood.
    #expect(free[1] == 1 + 4)
    #expect(phrases["free"]?[1] == 1 + 2)
    #expect(phrases["department:小児科"] != nil)
    let meaning = try #require(language["meaning"] as? [String])
    let fillers = try #require(language["fillers"] as? [String])
    for word in ["not", "以外", "または"] {
      #expect(meaning.contains { word.contains($0) }, "\(word)")
      #expect(!fillers.contains(word), "\(word)")
    }
  }

  @Test("written anew, the site has no page of a program that is gone")
  func rewriting() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "files-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try StaticSite(SampleSite.site()).write(to: folder.path)
    let gone = folder.appending(path: "en/programs/mihon/practical-training.html").path
    #expect(FileManager.default.fileExists(atPath: gone))
    let own = folder.appending(path: "own.html").path
    try Data().write(to: URL(fileURLWithPath: own))
    try StaticSite(SampleSite.site(Array(SampleRecords.programs.dropFirst()))).write(
      to: folder.path)
    #expect(!FileManager.default.fileExists(atPath: gone))
    #expect(FileManager.default.fileExists(atPath: own))
  }

  @Test("written anew, the site leaves pages that are not its own, whatever its list says")
  func foreignPages() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "files-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let foreign = [
      "programs/about.html", "en/programs/mihon/own.html", "own.html", "own/page.html",
    ]
    for name in foreign {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: file)
    }
    func stays(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }
    let site = try StaticSite(SampleSite.site())
    try site.write(to: folder.path)
    for name in foreign { #expect(stays(name), "\(name)") }
    let list = folder.appending(path: StaticManifest.path)
    let lines = try String(contentsOf: list, encoding: .utf8)
    #expect(lines.contains("en/programs/mihon/practical-training.html\n"))
    let wrong = "programs/../own.html\nown.html\n/own.html\nprograms//about.html\nprograms\n"
    try Data((lines + wrong + "programs/../own/page.html\n").utf8).write(to: list)
    try site.write(to: folder.path)
    for name in foreign { #expect(stays(name), "\(name)") }
    #expect(try String(contentsOf: list, encoding: .utf8) == lines)
  }

  @Test("the forms of map and time line lead to the search", arguments: ["map", "timeline"])
  func forms(_ page: String) throws {
    let files = try SampleSite.files()
    let content = files.first { $0.path == "en/\(page).html" }?.content ?? ""
    #expect(content.contains("method=\"get\" action=\"../en/index.html\""))
    #expect(content.contains("assets/site.js"))
  }

  @Test("the search in the browser knows the choices of every filter, which are the server's")
  func choices() throws {
    struct Known: Decodable {
      let choices: [String: Set<String>]
      let kinds: [ProgramKind]
    }
    let files = try SampleSite.files()
    let script = files.first { $0.path == "assets/search-data.js" }?.content ?? ""
    let data = script.drop { $0 != "{" }.prefix { $0 != "\n" }.dropLast()
    let known = try JSONDecoder().decode(Known.self, from: Data(data.utf8))
    #expect(known.kinds == ProgramKind.allCases)
    for facet in Facet.allCases {
      let choices = known.choices[facet.rawValue] ?? []
      #expect(!choices.isEmpty)
      let said = (choices + ["bogus"]).map { "\(facet.rawValue)=\(PercentCoding.encoded($0))" }
      let state = PageState(WebRequest("/?" + said.joined(separator: "&")))
      #expect(state.wanted[facet] == choices)
    }
  }

  @Test("changes lead to programs that have a page")
  func changes() throws {
    var programs = SampleRecords.programs
    programs[0].id = "Mihon’s/training"
    var later = programs
    for place in [0, 1] {
      later[place].facts.fee = SampleRecords.official(
        Fee(free: false, yearly: Bounds(exactly: 120_000)))
    }
    let log = ChangeLog(
      try RecordComparison(noticed: Timestamp(secondsSinceEpoch: 1_795_000_000))
        .changes(from: programs, to: later))
    let files = try StaticSite(SampleSite.site(later, log: log)).files()
    let page = files.first { $0.path == "changes.html" }?.content ?? ""
    #expect(page.contains("href=\"./programs/reiji/practical-training.html\""))
    #expect(page.contains("見本大学病院") && !page.contains("programs/Mihon"))
  }
}
