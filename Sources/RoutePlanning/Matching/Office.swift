public import RecruitmentModel

/// Whom to ask.
public struct Office: Hashable, Sendable, Codable {
  /// Its name; nil for the hospital at which one trains, whichever that is.
  public var name: String?
  /// Its English name; an office that has none has the English name of its institution before its own.
  public var nameEn: String?
  /// Its address for electronic mail.
  public var email: String?
  /// Its telephone number.
  public var phone: String?
  /// The front page of its institution.
  public var url: String?

  /// The hospital at which one trains, whichever that is.
  static let ownHospital = Office()

  private init() {}

  /// The office of a program, as far as it is known: else its institution.
  public init(_ program: Program) {
    let contact = program.facts.contact?.value
    name = contact?.office ?? program.institution.name
    nameEn = program.institution.nameEn.map { english in
      contact?.office.map { "\(english) (\($0))" } ?? english
    }
    email = contact?.email
    phone = contact?.phone
    url = program.institution.url
  }

  /// The ministry, which decides on recognition and examinations: as a record of its examinations has it.
  static func ministry(_ programs: [Program]) -> Office {
    let record = programs.first { $0.id.hasPrefix("mhlw/") }
    var office = Office()
    office.name = record?.institution.name ?? "厚生労働省"
    office.nameEn = record?.institution.nameEn ?? "Ministry of Health, Labour and Welfare"
    office.url = record?.institution.url
    return office
  }
}
