/// The year that a page recruits for, as the page counts it.
public struct Intake: Hashable, Sendable, Codable {
  /// The year (年度 or calendar year).
  public var year: Int

  /// Makes an intake.
  public init(year: Int) {
    self.year = year
  }
}

/// Whether a page says outright that it takes trainees.
public enum Acceptance: String, Hashable, Sendable, Codable, CaseIterable {
  case yes
  case no
  case byEnquiry = "by-enquiry"
}

/// The training itself.
public struct Training: Hashable, Sendable, Codable {
  /// Its length in months.
  public var months: Bounds?
  /// Its first day.
  public var starts: PartialDate?
  /// Its last day.
  public var ends: PartialDate?

  /// In their own order, in which they are written: what comes otherwise is written twice.
  private enum CodingKeys: CodingKey { case ends, months, starts }

  /// Makes a training.
  public init(months: Bounds? = nil, starts: PartialDate? = nil, ends: PartialDate? = nil) {
    self.months = months
    self.starts = starts
    self.ends = ends
  }
}

/// How applicants are chosen.
public struct Selection: Hashable, Sendable, Codable {
  /// A way of choosing.
  public enum Method: String, Hashable, Sendable, Codable, CaseIterable {
    case documents
    case written
    case interview
    case practical
  }

  /// One step with its day, where one is stated.
  public struct Step: Hashable, Sendable, Codable {
    /// The way of choosing.
    public var method: Method
    /// The day, where one is stated.
    public var date: PartialDate?

    /// In their own order, in which they are written: what comes otherwise is written twice.
    private enum CodingKeys: CodingKey { case date, method }

    /// Makes a step.
    public init(method: Method, date: PartialDate? = nil) {
      self.method = method
      self.date = date
    }
  }

  /// The steps in their order.
  public var steps: [Step]
  /// The day on which the result is told.
  public var result: PartialDate?

  /// In their own order, in which they are written: what comes otherwise is written twice.
  private enum CodingKeys: CodingKey { case result, steps }

  /// Makes a selection.
  public init(steps: [Step] = [], result: PartialDate? = nil) {
    self.steps = steps
    self.result = result
  }
}

/// Whether somebody must recommend the applicant.
public enum Recommendation: String, Hashable, Sendable, Codable, CaseIterable {
  /// The page says that none is needed.
  case notRequired = "not-required"
  /// A letter from anyone outside will do.
  case letter
  /// Somebody inside must recommend or accept first, or only insiders may apply.
  case inside = "internal"
}

/// Where the initial clinical training must be done after the national examination.
public struct Obligation: Hashable, Sendable, Codable {
  /// A place that may be asked for.
  public enum Place: String, Hashable, Sendable, Codable, CaseIterable {
    case hospital
    case prefecture
  }

  /// How firmly it is asked for.
  public enum Strength: String, Hashable, Sendable, Codable, CaseIterable {
    case required
    case expected
  }

  /// The places, any of which will do; empty where the page says that there is no such duty.
  public var scope: [Place]
  /// How firmly it is asked for; absent where there is no duty.
  public var strength: Strength?

  /// Makes an obligation.
  public init(scope: [Place], strength: Strength? = nil) {
    self.scope = scope
    self.strength = strength
  }
}

/// The number of places.
public struct Capacity: Hashable, Sendable, Codable {
  /// The least number.
  public var min: Int?
  /// The greatest number.
  public var max: Int?
  /// True where the page says 若干名.
  public var few: Bool?

  /// Makes a number of places.
  public init(min: Int? = nil, max: Int? = nil, few: Bool? = nil) {
    self.min = min
    self.max = max
    self.few = few
  }
}

/// The office to ask.
public struct Contact: Hashable, Sendable, Codable {
  /// The name of the office.
  public var office: String?
  /// Its address for electronic mail.
  public var email: String?
  /// Its telephone number.
  public var phone: String?

  /// Makes a contact.
  public init(office: String? = nil, email: String? = nil, phone: String? = nil) {
    self.office = office
    self.email = email
    self.phone = phone
  }
}

/// One part of an examination with its days.
public struct ExaminationDay: Hashable, Sendable, Codable {
  /// The name of the part as the page has it.
  public var part: String?
  /// Its first day.
  public var starts: PartialDate
  /// Its last day, where it has several.
  public var ends: PartialDate?

  /// Makes the day of a part.
  public init(part: String? = nil, starts: PartialDate, ends: PartialDate? = nil) {
    self.part = part
    self.starts = starts
    self.ends = ends
  }
}

/// One step of a licensing route.
public struct PathwayStep: Hashable, Sendable, Codable {
  /// The stages that all routes share.
  public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
    case recognition
    case examination
    case training
    case licence
    case specialist
  }

  /// Its place in the route, from 1.
  public var order: Int
  /// Its name.
  public var name: String
  /// The stage that it belongs to.
  public var stage: Stage
  /// What it needs.
  public var requires: [String]?
  /// What it opens.
  public var leadsTo: [String]?

  /// Makes a step.
  public init(
    order: Int, name: String, stage: Stage, requires: [String]? = nil, leadsTo: [String]? = nil
  ) {
    self.order = order
    self.name = name
    self.stage = stage
    self.requires = requires
    self.leadsTo = leadsTo
  }
}
