import RecruitmentModel

/// Programs as schema.org has them, in one JSON-LD document: what trains is an EducationalOccupationalProgram, an
/// examination an EducationEvent, a way to a licence a HowTo.
///
/// What others report and what rules say is no property of the program: machines that read properties see no marks.
package struct JSONLDExporter: ProgramExporter {
  private let text: FactText
  private var isFirst = true

  /// Makes an exporter; the words are those of names.
  package init(_ wording: Wording) {
    text = FactText(wording)
  }

  package func head() -> String { #"{"@context":"https://schema.org","@graph":["# }

  package mutating func piece(_ listed: ListedProgram) throws -> String {
    let comma = isFirst ? "\n" : ",\n"
    isFirst = false
    // Within a page, “</script>” would end the script whatever JSON says.
    return comma + (try RecordCoding.jsonLine(node(listed.program))).replacing("</", with: "<\\/")
  }

  package func foot() -> String { "\n]}\n" }

  private func node(_ program: Program) -> JSONValue {
    let own: (type: String, properties: [String: JSONValue?]) =
      switch program.kind {
      case .examination: ("EducationEvent", examination(program))
      case .pathway: ("HowTo", steps(program))
      case .practicalTraining, .clinicalTraining, .specialistTraining, .other:
        ("EducationalOccupationalProgram", training(program))
      }
    var object: [String: JSONValue?] = [
      "@type": .string(own.type),
      "@id": .string(
        "urn:progsearch:" + (WebLink.address("https://" + program.id)?.dropFirst(8) ?? "")),
      "identifier": .string(program.id), "name": .string(SafeText.line(program.title)),
      "url": program.pages.lazy.compactMap { WebLink.address($0.url) }.first.map { .string($0) },
      "subjectOf": Self.array(quotations(program)),
    ]
    object.merge(own.properties) { $1 }
    return .object(object.compactMapValues { $0 })
  }

  private func training(_ program: Program) -> [String: JSONValue?] {
    var object = dates(stated(\.application, program), stated(\.training, program))
    object["provider"] = Self.institution(program.institution, type: "Hospital")
    if let fee = stated(\.fee, program) { object["offers"] = offer(fee) }
    if let capacity = stated(\.capacity, program), let most = capacity.max {
      object["maximumEnrollment"] = .number(Double(most))
    }
    if let who = stated(\.eligibility, program) {
      object["programPrerequisites"] = Self.array(who.map { .string(SafeText.line($0)) })
    }
    return object
  }

  /// An examination: a part with a day of its own is an event within it.
  private func examination(_ program: Program) -> [String: JSONValue?] {
    let days = (stated(\.examDate, program) ?? []).map { day in
      [
        "@type": .string("EducationEvent"),
        "name": day.part.map { .string(SafeText.line($0)) },
        "startDate": Self.isoDate(day.starts), "endDate": day.ends.flatMap(Self.isoDate),
      ].compactMapValues { $0 }
    }
    let venues = (stated(\.venues, program) ?? []).map { venue -> JSONValue in
      .object(["@type": .string("Place"), "name": .string(SafeText.line(venue))])
    }
    var object: [String: JSONValue?] = [
      "organizer": Self.institution(program.institution, type: "Organization"),
      "location": Self.array(venues),
    ]
    if days.count == 1 {
      object["startDate"] = days[0]["startDate"]
      object["endDate"] = days[0]["endDate"]
    } else {
      object["subEvent"] = Self.array(days.map { .object($0) })
    }
    return object
  }

  private func steps(_ program: Program) -> [String: JSONValue?] {
    let steps = (stated(\.steps, program) ?? []).sorted { $0.order < $1.order }
    return [
      "step": Self.array(
        steps.map {
          .object([
            "@type": .string("HowToStep"), "position": .number(Double($0.order)),
            "name": .string(SafeText.line($0.name)),
          ])
        })
    ]
  }

  /// A value that the institution states itself: what others report, and what rules say of all, is none of its offer.
  private func stated<Value>(_ fact: KeyPath<Facts, Fact<Value>?>, _ program: Program) -> Value? {
    program.facts[keyPath: fact].flatMap { $0.basis == .official ? $0.value : nil }
  }

  private static func array(_ values: [JSONValue]) -> JSONValue? {
    values.isEmpty ? nil : .array(values)
  }

  private static func institution(_ institution: Institution, type: String) -> JSONValue {
    let address: [String: JSONValue?] = [
      "@type": .string("PostalAddress"), "addressCountry": .string("JP"),
      "addressRegion": institution.prefecture.map { .string($0) },
      "addressLocality": institution.city.map { .string($0) },
    ]
    let object: [String: JSONValue?] = [
      "@type": .string(type), "name": .string(SafeText.line(institution.name)),
      "alternateName": institution.nameEn.map { .string(SafeText.line($0)) },
      "url": institution.url.flatMap { WebLink.address($0) }.map { .string($0) },
      "address": .object(address.compactMapValues { $0 }),
    ]
    return .object(object.compactMapValues { $0 })
  }

  /// Days as far as they are known; a deadline only where there is one round with one day.
  private func dates(_ application: Application?, _ training: Training?) -> [String: JSONValue?] {
    var object: [String: JSONValue?] = [:]
    if let window = application?.windows.first, application?.windows.count == 1 {
      object["applicationStartDate"] = window.opens?.calendarDay.map { .string($0.description) }
      object["applicationDeadline"] = window.closes?.calendarDay.map { .string($0.description) }
    }
    object["startDate"] = training?.starts.flatMap(Self.isoDate)
    object["endDate"] = training?.ends.flatMap(Self.isoDate)
    if let months = training?.months, let least = months.min, least == months.max {
      object["timeToComplete"] = .string("P\(least)M")
    }
    return object
  }

  /// A date that ISO 8601 can say: one with a year.
  private static func isoDate(_ date: PartialDate) -> JSONValue? {
    date.year == nil ? nil : .string(date.description)
  }

  private func offer(_ fee: Fee) -> JSONValue? {
    let sum = fee.free ? Bounds(exactly: 0) : fee.yearly
    guard let sum else { return nil }
    var price: [String: JSONValue] = [
      "@type": .string("UnitPriceSpecification"), "priceCurrency": .string("JPY"),
      "unitCode": .string("ANN"), "unitText": .string("first twelve months"),
    ]
    if let least = sum.min, least == sum.max {
      price["price"] = .number(Double(least))
    } else {
      if let least = sum.min { price["minPrice"] = .number(Double(least)) }
      if let most = sum.max { price["maxPrice"] = .number(Double(most)) }
    }
    return .object([
      "@type": .string("Offer"), "category": .string(fee.free ? "Free" : "Fee"),
      "priceSpecification": .object(price),
    ])
  }

  /// The words that state the facts; what others report is a work about the program, in our words.
  private func quotations(_ program: Program) -> [JSONValue] {
    let facts = ExportedFact.all(of: program, text).flatMap { fact in
      fact.proofs.map { Self.work($0, about: fact.name.rawValue) }
    }
    return facts
      + program.listed.map {
        Self.work(ExportedFact.Proof(.elsewhere($0), in: program), about: "listed")
      }
  }

  private static func work(_ proof: ExportedFact.Proof, about name: String) -> JSONValue {
    var work: [String: JSONValue] = ["about": .string(name)]
    work["@type"] = .string(proof.isQuotation ? "Quotation" : "CreativeWork")
    work[proof.isQuotation ? "text" : "abstract"] = .string(proof.words)
    if let link = proof.link { work["url"] = .string(link) }
    return .object(work)
  }
}
