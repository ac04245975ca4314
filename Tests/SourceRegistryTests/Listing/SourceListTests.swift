import RecruitmentModel
import SourceRegistry
import Testing

@Suite("A source list")
struct SourceListTests {
  @Test("gives the institution, its names, and where to look")
  func readsAnEntry() throws {
    let more = """
          schoolSite: https://mihon.example.jp/
          startPages:
            - https://www.mihon.example.jp/shuren.html
          firstList: true

      """
    let list = try SourceList(yaml: Examples.list(Examples.entry(more: more)), file: "s.yaml")
    let source = try #require(list["mihon"])
    #expect(list.ids == ["mihon"])
    #expect(source.institution.name == "mihon大学病院")
    #expect(source.institution.nameEn == "Mihon University Hospital")
    #expect(source.institution.url == "https://www.mihon.example.jp/")
    #expect(source.names.kana == "みほんだいがくびょういん")
    #expect(source.names.aliases == ["mihon大病院"])
    #expect(source.founder == .national)
    #expect(source.schoolSite == "https://mihon.example.jp/")
    #expect(source.isOnFirstList)
    #expect(
      source.entrances == [
        "https://www.mihon.example.jp/shuren.html", "https://www.mihon.example.jp/",
      ])
  }

  @Test("lets a crawl begin at the front page where no better page is known")
  func beginsAtTheSite() throws {
    let source = try #require(try Examples.sources()["mihon"])
    #expect(source.entrances == ["https://www.mihon.example.jp/"])
    #expect(!source.isOnFirstList)
  }

  @Test(
    "permits the hosts that it names and no others",
    arguments: [
      ("https://www.mihon.example.jp/a", true), ("http://WWW.MIHON.example.jp?q", true),
      ("https://mihon.example.jp", true), ("https://www.mihon.example.jp:8443/", false),
      ("https://www.mihon.example.jp.evil.example/", false), ("https://example.jp/", false),
      ("https://www.mihon.example.jp@evil.example/", false), ("ftp://mihon.example.jp/", false),
      ("/relative", false), ("https://", false),
    ])
  func permitsHosts(address: String, permitted: Bool) throws {
    #expect(try #require(try Examples.sources()["mihon"]).permits(address) == permitted)
  }

  @Test("may name a host with its port")
  func hostWithPort() throws {
    let yaml = Examples.list(Examples.entry())
      .replacing("https://www.mihon.example.jp/", with: "http://127.0.0.1:8081/")
      .replacing("[www.mihon.example.jp, mihon.example.jp]", with: "[\"127.0.0.1:8081\"]")
    let source = try #require(try SourceList(yaml: yaml, file: "s.yaml")["mihon"])
    #expect(source.permits("http://127.0.0.1:8081/a"))
    #expect(!source.permits("http://127.0.0.1:8082/a"))
  }

  /// A fault in a source list, and the message that names it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let yaml: String
    let message: String
    var testDescription: String { message }

    init(_ yaml: String, _ message: String) {
      self.yaml = yaml
      self.message = message
    }

    /// A list of one entry in which something is replaced.
    init(_ old: String, by new: String, _ message: String) {
      self.init(Examples.list(Examples.entry(replacing: (old, new))), message)
    }
  }

  static let faults = [
    Fault("", "s.yaml:1: the file is empty"),
    Fault("# nothing\n", "s.yaml:1: the file is empty"),
    Fault("- a", "s.yaml:1: a list stands where a set of keys belongs"),
    Fault("sources: no", "s.yaml:1: “no” stands where a list belongs"),
    Fault("sources:\n", "s.yaml:1: nothing stands where a list belongs"),
    Fault("{}", "s.yaml:1: the key “sources” is missing"),
    Fault(
      "source: []",
      "s.yaml:1: unknown key “source”; did you mean “sources”? allowed here: sources"),
    Fault(
      "sources:\n  - id: [a\n",
      "s.yaml:3: this cannot be read as YAML: did not find expected ',' or ']'"),
    Fault(
      "name:", by: "nmae:",
      "s.yaml:3: unknown key “nmae”; did you mean “name”? allowed here: id, name, kana, english, "
        + "school, aliases, prefecture, city, founder, site, schoolSite, hosts, startPages, "
        + "firstList, role"),
    Fault("    kana: みほんだいがくびょういん\n", by: "", "s.yaml:2: the key “kana” is missing"),
    Fault("    aliases: [mihon大病院]\n", by: "", "s.yaml:2: the key “aliases” is missing"),
    Fault(
      "[mihon大病院]", by: "mihon大病院", "s.yaml:7: “mihon大病院” stands where a list belongs"),
    Fault("仙台市", by: "", "s.yaml:9: nothing stands where a text belongs"),
    Fault("仙台市", by: "[仙台市]", "s.yaml:9: a list stands where a text belongs"),
    Fault(
      "id: mihon", by: "id: Mihon U",
      "s.yaml:2: “Mihon U” is no value of “id”; it should be small letters, digits and hyphens, "
        + "as in u-tokyo"),
    Fault(
      "宮城県", by: "宮城",
      "s.yaml:8: “宮城” is no value of “prefecture”; it should be a prefecture with its suffix, "
        + "as in 徳島県"),
    Fault(
      "national", by: "nationl",
      "s.yaml:10: “nationl” is no value of “founder”; did you mean “national”? allowed here: "
        + "national, public, private, defense"),
    Fault(
      "site: https://www.mihon.example.jp/", by: "site: www.mihon.example.jp",
      "s.yaml:11: “www.mihon.example.jp” is no value of “site”; it should be an address that "
        + "begins with https:// or http://"),
    Fault(
      "[www.mihon.example.jp, mihon.example.jp]", by: "[mihon.example.jp]",
      "s.yaml:11: the host of “site”, www.mihon.example.jp, is not under “hosts” "
        + "(mihon.example.jp); add it there"),
    Fault(
      "[www.mihon.example.jp, mihon.example.jp]", by: "[https://www.mihon.example.jp/]",
      "s.yaml:12: “https://www.mihon.example.jp/” is no value of “hosts”; it should be a host in "
        + "small letters, as in www.example.jp"),
    Fault(
      Examples.list(Examples.entry(more: "    firstList: yes\n")),
      "s.yaml:13: “yes” is no value of “firstList”; it should be true or false"),
    Fault(
      Examples.list(Examples.entry(more: "    city: 仙台市\n")),
      "s.yaml:9: the key “city” stands twice here; keep one"),
    Fault(
      Examples.list(Examples.entry(), Examples.entry()),
      "s.yaml:13: “mihon” under “id” stands on line 2 already"),
    Fault(
      Examples.list(
        Examples.entry(), Examples.entry(id: "reiji", replacing: ("[reiji大病院]", "[mihon大病院]"))),
      "s.yaml:13: “mihon大病院” under “aliases” stands on line 2 already"),
  ]

  @Test("is refused with the line, what is wrong and what would be right", arguments: faults)
  func refuses(fault: Fault) throws {
    let error = try #require(throws: SourceListError.self) {
      try SourceList(yaml: fault.yaml, file: "s.yaml")
    }
    #expect("\(error)" == fault.message)
  }
}
