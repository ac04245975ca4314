import Foundation
import RecruitmentModel
import SourceRegistry
import Testing

@Suite("The source list of the made-up web")
struct FixtureSourcesTests {
  @Test("can be read once ports are put in, and permits each host its own port only")
  func isReadWithPorts() throws {
    let ids = ["mihon", "reiji", "mogi", "kakuu", "kasou", "soutei", "hinagata"]
    var yaml = try String(
      contentsOf: Examples.root.appending(path: "Tests/Fixtures/Sites/sources.yaml.in"),
      encoding: .utf8)
    for (offset, id) in ids.enumerated() {
      yaml = yaml.replacingOccurrences(of: "{PORT_\(id.uppercased())}", with: "\(8001 + offset)")
    }
    let list = try SourceList(yaml: yaml, file: "sources.yaml")
    #expect(list.ids == ids)
    #expect(list["mogi"]?.entrances == ["http://127.0.0.1:8003/kenshu/", "http://127.0.0.1:8003/"])
    #expect(list["mogi"]?.permits("http://127.0.0.1:8003/access.html") == true)
    #expect(list["mogi"]?.permits("http://127.0.0.1:8001/") == false)
  }
}
