import Testing

@testable import Crawling

@Suite("The address guard") struct AddressGuardTests {
  @Test(
    "knows what an address is for",
    arguments: [
      ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified), ("10.0.0.1", .privateUse),
      ("10.255.255.255", .privateUse), ("11.0.0.0", .global), ("100.63.255.255", .global),
      ("100.64.0.0", .carrierShared), ("100.127.255.255", .carrierShared), ("100.128.0.0", .global),
      ("127.0.0.1", .loopback), ("127.255.255.254", .loopback), ("128.0.0.1", .global),
      ("169.254.169.254", .linkLocal), ("172.15.255.255", .global), ("172.16.0.1", .privateUse),
      ("172.31.255.255", .privateUse), ("172.32.0.0", .global), ("192.0.0.8", .reserved),
      ("192.0.2.7", .documentation), ("192.88.99.1", .translated), ("192.168.1.1", .privateUse),
      ("192.169.0.1", .global), ("198.17.255.255", .global), ("198.18.0.1", .benchmarking),
      ("198.19.255.255", .benchmarking), ("198.51.100.9", .documentation),
      ("203.0.113.9", .documentation), ("203.0.114.1", .global), ("224.0.0.1", .multicast),
      ("239.255.255.255", .multicast), ("240.0.0.1", .reserved), ("255.255.255.255", .reserved),
      ("8.8.8.8", .global), ("133.11.0.1", .global),
      ("::", .unspecified), ("::1", .loopback), ("::2", .translated), ("::127.0.0.1", .translated),
      ("::ffff:127.0.0.1", .translated), ("::ffff:8.8.8.8", .translated),
      ("64:ff9b::7f00:1", .translated), ("64:ff9b::808:808", .translated),
      ("64:ff9b:1::1", .translated), ("100::1", .reserved), ("2001::1", .translated),
      ("2001:2::1", .benchmarking), ("2001:20::1", .reserved), ("2001:200::1", .global),
      ("2001:db8::1", .documentation), ("2002:7f00:1::", .translated), ("3fff::1", .documentation),
      ("2606:4700::1111", .global), ("2400:4000::1", .global), ("4000::1", .reserved),
      ("5f00::1", .reserved), ("fc00::1", .uniqueLocal), ("fd12:3456::1", .uniqueLocal),
      ("fe80::1", .linkLocal), ("febf::1", .linkLocal), ("fec0::1", .privateUse),
      ("ff02::1", .multicast),
    ] as [(String, AddressKind)])
  func kinds(text: String, kind: AddressKind) throws {
    #expect(AddressKind(of: try #require(IPAddress(text))) == kind)
  }

  @Test(
    "refuses whatever is not global",
    arguments: [
      "127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.1.1", "::1", "fe80::1", "fd00::1",
    ])
  func refusals(text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressGuard(allowPrivateNetwork: false).objection(to: address) != nil)
    #expect(AddressGuard(allowPrivateNetwork: true).objection(to: address) == nil)
  }

  @Test(
    "refuses what is no host's own address even where an own network is allowed",
    arguments: [
      "0.0.0.0", "224.0.0.1", "::", "::ffff:127.0.0.1", "64:ff9b::a00:1", "ff02::1", "240.0.0.1",
    ])
  func lastingRefusals(text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressGuard(allowPrivateNetwork: true).objection(to: address) != nil)
  }

  @Test func `refuses the public network where a crawl is none for it`() throws {
    var settings = CrawlSettings(agent: CrawlAgent(version: "1", contact: "private network"))
    settings.allowPrivateNetwork = true
    settings.allowsPublicNetwork = false
    #expect(AddressGuard(settings).objection(to: try #require(IPAddress("8.8.8.8"))) == .global)
    #expect(AddressGuard(settings).objection(to: try #require(IPAddress("10.0.0.1"))) == nil)
  }

  @Test func `refuses a host of which one address is bad`() throws {
    let addresses = try ["8.8.8.8", "10.0.0.1"].map { try #require(IPAddress($0)) }
    let objection = AddressGuard(allowPrivateNetwork: false).objection(toAny: addresses)
    #expect(objection?.address == addresses[1] && objection?.kind == .privateUse)
  }

  @Test(
    "reads and writes addresses",
    arguments: [
      ("127.0.0.1", "127.0.0.1"), ("2001:DB8:0:0::1", "2001:db8::1"), ("1.2.3", nil), ("", nil),
      ("::g", nil), ("1.2.3.4.5", nil), ("256.1.1.1", nil), ("[::1]", nil),
    ] as [(String, String?)])
  func texts(text: String, canonical: String?) {
    #expect(IPAddress(text)?.description == canonical)
  }

  @Test(arguments: ["127.1", "0x7f.1", "2130706433", "localhost"])
  func `sees through other writings of loopback, as the system resolves them`(_ host: String)
    async throws
  {
    let addresses = try await HostResolver.system.addresses(host)
    let objection = AddressGuard(allowPrivateNetwork: false).objection(toAny: addresses)
    #expect(objection?.kind == .loopback)
  }
}
