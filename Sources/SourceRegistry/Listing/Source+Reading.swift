import MarkedYAML
import RecruitmentModel

extension Source {
  /// The keys of an entry, in the order in which the file has them.
  static let keys = [
    "id", "name", "kana", "english", "school", "aliases", "prefecture", "city", "founder", "site",
    "schoolSite", "hosts", "startPages", "firstList", "role",
  ]

  /// Reads one entry of a source list.
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, allowed: Self.keys)
    _ = try reader.required("aliases")
    let role: Role = try reader.word("role") ?? .hospital
    if role == .hospital {
      for key in ["kana", "school", "prefecture", "city"] { _ = try reader.required(key) }
    }
    let names = InstitutionNames(
      id: try reader.id("id"), name: try reader.text("name"), kana: try reader.optionalText("kana"),
      english: try reader.text("english"), school: try reader.optionalText("school"),
      aliases: try reader.texts("aliases"), prefecture: try reader.prefecture("prefecture"),
      city: try reader.optionalText("city"))
    let hosts = try reader.hosts("hosts")
    let site = try reader.required("site").address(of: "site", on: hosts)
    self.init(
      institution: Institution(
        id: names.id, name: names.name, nameEn: names.english, prefecture: names.prefecture,
        city: names.city, url: site),
      names: names, founder: try reader.requiredWord("founder"), site: site,
      schoolSite: try reader.node("schoolSite")?.address(of: "schoolSite", on: hosts),
      hosts: hosts,
      startPages: try reader.items("startPages") { (page) throws(SourceListError) in
        try page.address(of: "startPages", on: hosts)
      },
      isOnFirstList: try reader.flag("firstList") ?? false, role: role)
  }
}

extension KeyedReader {
  fileprivate func id(_ key: String) throws(SourceListError) -> String {
    let node = try required(key)
    let text = try node.text()
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isPlain else {
      throw node.place.error(
        .badValue(text, key: key, expected: "small letters, digits and hyphens, as in u-tokyo"))
    }
    return text
  }

  fileprivate func prefecture(_ key: String) throws(SourceListError) -> String? {
    guard let node = node(key) else { return nil }
    let text = try node.text()
    guard let last = text.last, "都道府県".contains(last) else {
      throw node.place.error(
        .badValue(text, key: key, expected: "a prefecture with its suffix, as in 徳島県"))
    }
    return text
  }

  fileprivate func hosts(_ key: String) throws(SourceListError) -> [String] {
    try required(key).items { (node) throws(SourceListError) in
      let text = try node.text()
      guard WebHost.isHost(text) else {
        throw node.place.error(
          .badValue(text, key: key, expected: "a host in small letters, as in www.example.jp"))
      }
      return text
    }
  }
}

extension MarkedNode {
  /// An address of the web.
  func address(of key: String) throws(SourceListError) -> String {
    let text = try text()
    guard WebHost.host(of: text) != nil else {
      throw place.error(
        .badValue(text, key: key, expected: "an address that begins with https:// or http://"))
    }
    return text
  }

  /// An address whose host is one of those that may be visited.
  fileprivate func address(of key: String, on hosts: [String]) throws(SourceListError) -> String {
    let text = try address(of: key)
    if let host = WebHost.host(of: text), !hosts.contains(host) {
      throw place.error(
        .refused(
          "the host of “\(key)”, \(host), is not under “hosts” (\(hosts.joined(separator: ", "))); add it there"
        ))
    }
    return text
  }
}
