public import RecruitmentModel

/// An institution with where to look for its programs.
public struct Source: Hashable, Sendable {
  /// Who founded a school.
  public enum Founder: String, Hashable, Sendable, CaseIterable {
    case national
    /// A prefecture or a city.
    case `public`
    case `private`
    case defense
  }

  /// What a source is.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// A hospital, whose programs are looked for.
    case hospital
    /// A ministry or a board, which examines or licenses.
    case authority
    /// A learned society, which examines specialists.
    case society
  }

  /// The institution as records name it.
  public let institution: Institution
  /// The names that people use for it.
  public let names: InstitutionNames
  /// Who founded it.
  public let founder: Founder
  /// The front page of the hospital.
  public let site: String
  /// The front page of the university.
  public let schoolSite: String?
  /// The hosts that a crawl may visit: in small letters, with a port where the address has one.
  public let hosts: [String]
  /// The pages to read first.
  public let startPages: [String]
  /// Whether it is on the list that the project set out with.
  public let isOnFirstList: Bool
  /// What it is.
  public let role: Role

  /// Makes a source.
  public init(
    institution: Institution, names: InstitutionNames, founder: Founder, site: String,
    schoolSite: String? = nil, hosts: [String], startPages: [String] = [],
    isOnFirstList: Bool = false, role: Role = .hospital
  ) {
    self.institution = institution
    self.names = names
    self.founder = founder
    self.site = site
    self.schoolSite = schoolSite
    self.hosts = hosts
    self.startPages = startPages
    self.isOnFirstList = isOnFirstList
    self.role = role
  }

  /// The institution's key.
  public var id: String { names.id }

  /// Where a crawl begins: the pages to read first, then the front page of the hospital.
  public var entrances: [String] {
    startPages.contains(site) ? startPages : startPages + [site]
  }

  /// Whether a crawl of this source may visit an address.
  public func permits(_ address: String) -> Bool {
    WebHost.host(of: address).map(hosts.contains) ?? false
  }
}
