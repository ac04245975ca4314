/// A hospital, a school or a society, as records name it.
public struct Institution: Hashable, Sendable, Codable {
  /// The stable key; absent where the page's hospital is not on the source list.
  public var id: String?
  /// The name as the institution writes it.
  public var name: String
  /// The English name.
  public var nameEn: String?
  /// The prefecture with its suffix, such as 徳島県.
  public var prefecture: String?
  /// The municipality; a special ward in Tokyo.
  public var city: String?
  /// The root of its site.
  public var url: String?

  /// In their own order, in which they are written: what comes otherwise is written twice.
  private enum CodingKeys: CodingKey { case city, id, name, nameEn, prefecture, url }

  /// Makes an institution.
  public init(
    id: String? = nil, name: String, nameEn: String? = nil, prefecture: String? = nil,
    city: String? = nil, url: String? = nil
  ) {
    self.id = id
    self.name = name
    self.nameEn = nameEn
    self.prefecture = prefecture
    self.city = city
    self.url = url
  }
}

/// The names that people use for an institution.
public struct InstitutionNames: Hashable, Sendable, Codable {
  /// The institution's key.
  public var id: String
  /// The full name.
  public var name: String
  /// The reading of the full name in hiragana.
  public var kana: String?
  /// The English name.
  public var english: String?
  /// The school that it belongs to.
  public var school: String?
  /// Short and former names.
  public var aliases: [String]
  /// The prefecture with its suffix.
  public var prefecture: String?
  /// The municipality.
  public var city: String?

  /// Makes a set of names.
  public init(
    id: String, name: String, kana: String? = nil, english: String? = nil, school: String? = nil,
    aliases: [String] = [], prefecture: String? = nil, city: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kana = kana
    self.english = english
    self.school = school
    self.aliases = aliases
    self.prefecture = prefecture
    self.city = city
  }
}
