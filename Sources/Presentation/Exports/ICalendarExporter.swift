import RecruitmentModel

/// The dates of programs as a calendar (RFC 5545, RFC 7986), each event with the words that state it.
///
/// A day is put on it only where it is stated. A month, or a third of one, is a span that is marked as
/// tentative; what lacks a year is on no day, and the foot of the calendar cannot name it, so `undated` does.
package struct ICalendarExporter: ProgramExporter {
  private let facts: FactText
  private let events: EventText
  private var wording: Wording { facts.wording }
  /// Dates that the calendar does not have, since their year or their month is not known.
  package private(set) var undated: [String] = []

  /// Makes an exporter.
  package init(_ wording: Wording) {
    facts = FactText(wording)
    events = EventText(facts)
  }

  package func head() -> String {
    let name = wording("ical.name")
    return [
      "BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "PRODID:-//progsearch//progsearch//EN\r\n",
      "CALSCALE:GREGORIAN\r\n", "METHOD:PUBLISH\r\n",
      ICalendarLine.text("NAME", name), ICalendarLine.text("X-WR-CALNAME", name),
      ICalendarLine.text("DESCRIPTION", wording("ical.about")),
      ICalendarLine.text("X-WR-CALDESC", wording("ical.about")),
      "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n", "X-PUBLISHED-TTL:P1D\r\n", "COLOR:steelblue\r\n",
      // Japan has one offset, the whole year round.
      "BEGIN:VTIMEZONE\r\n", "TZID:Asia/Tokyo\r\n", "BEGIN:STANDARD\r\n",
      "DTSTART:19700101T000000\r\n", "TZOFFSETFROM:+0900\r\n", "TZOFFSETTO:+0900\r\n",
      "TZNAME:JST\r\n", "END:STANDARD\r\n", "END:VTIMEZONE\r\n",
    ].joined()
  }

  package mutating func piece(_ listed: ListedProgram) -> String {
    let dates = ProgramDates(listed.program)
    undated += dates.undated.map { event in
      "\(facts.name(of: listed.program)): \(wording("event.\(event.matter.rawValue)")) "
        + facts.date(event.date, event.part)
    }
    return dates.events.map { component($0, listed.program) }.joined()
  }

  package func foot() -> String { "END:VCALENDAR\r\n" }

  // MARK: One event

  private func component(_ event: DatedEvent, _ program: Program) -> String {
    let provenance = program.facts.provenance(of: event.fact)
    let stamp = Self.stamp(provenance, program)
    let isSure = event.isDayKnown && provenance?.basis == .official
    let proofs = (provenance?.evidence ?? []).map { ExportedFact.Proof($0, in: program) }
    var lines = [
      "BEGIN:VEVENT\r\n", ICalendarLine.text("UID", Self.uid(event, program)),
      ICalendarLine.raw("DTSTAMP", stamp), ICalendarLine.raw("LAST-MODIFIED", stamp),
    ]
    lines += days(event)
    lines += [
      ICalendarLine.text("SUMMARY", summary(event, program, provenance)),
      ICalendarLine.text("DESCRIPTION", lines: description(event, program, provenance, proofs)),
      ICalendarLine.raw("STATUS", isSure ? "CONFIRMED" : "TENTATIVE"),
      "TRANSP:TRANSPARENT\r\n",
      ICalendarLine.text("CATEGORIES", wording("event.\(event.matter.rawValue)")),
      ICalendarLine.raw("COLOR", event.matter.colour),
    ]
    if let link = proofs.compactMap(\.link).first { lines.append(ICalendarLine.raw("URL", link)) }
    if let place = [program.institution.prefecture.map(facts.place), program.institution.city]
      .compactMap({ $0 }).joined(
        separator: " "
      ).nonEmpty
    {
      lines.append(ICalendarLine.text("LOCATION", place))
    }
    return lines.joined() + "END:VEVENT\r\n"
  }

  private func days(_ event: DatedEvent) -> [String] {
    if let clock = event.time.flatMap(Self.clock) {
      let day = Self.digits(event.days.lowerBound)
      return [ICalendarLine.raw("DTSTART;TZID=Asia/Tokyo", "\(day)T\(clock)")]
    }
    let behind = CalendarDay(daysSinceEpoch: event.days.upperBound.daysSinceEpoch + 1)
    return [
      ICalendarLine.raw("DTSTART;VALUE=DATE", Self.digits(event.days.lowerBound)),
      ICalendarLine.raw("DTEND;VALUE=DATE", Self.digits(behind)),
    ]
  }

  private func summary(_ event: DatedEvent, _ program: Program, _ provenance: Provenance?) -> String
  {
    let unsure = event.isDayKnown ? "" : wording("unknown.short") + " "
    let when =
      event.isDayKnown ? "" : " (\(wording("ical.dayUnknown", facts.date(event.date, event.part))))"
    return unsure + (provenance.map { facts.mark($0.basis) } ?? "")
      + "\(facts.name(of: program)): \(events.matter(event))\(when)"
  }

  private func description(
    _ event: DatedEvent, _ program: Program, _ provenance: Provenance?,
    _ proofs: [ExportedFact.Proof]
  ) -> [String] {
    var lines = [program.title, "\(events.matter(event)): \(events.when(event))"]
    if let provenance { lines.append(facts.strength(provenance.basis, provenance.asOf)) }
    if !event.isDayKnown { lines.append(wording("ical.span")) }
    if provenance?.basis == .reported { lines.append(wording("legend.reported")) }
    for proof in proofs {
      lines.append(proof.isQuotation ? "“\(proof.words)”" : proof.words)
      lines += [proof.note, proof.link].compactMap { $0 }
    }
    for conflict in facts.conflicts(of: event.fact, in: program.facts) {
      lines.append("≠ \(conflict.text) (\(wording("basis.\(conflict.basis.rawValue)")))")
    }
    return lines
  }

  // MARK: Parts

  /// The same event keeps its name while its day moves, and another year's has another.
  private static func uid(_ event: DatedEvent, _ program: Program) -> String {
    let year = program.facts.intake?.value.year ?? event.days.lowerBound.year
    return "\(program.id)/\(year)/\(event.matter.rawValue)/\(event.number)@progsearch"
  }

  /// When the fact was stated: the day of the record and never that of the export, so that the same
  /// records give the same file.
  private static func stamp(_ provenance: Provenance?, _ program: Program) -> String {
    let days = (provenance?.evidence ?? []).compactMap { evidence -> CalendarDay? in
      switch evidence {
      case .page(let words):
        program.pages.indices.contains(words.page)
          ? program.pages[words.page].fetchedAt?.day(hoursAheadOfUTC: 0) : nil
      case .elsewhere(let source): source.seen
      }
    }
    let day = days.max() ?? provenance?.asOf?.latest ?? CalendarDay(daysSinceEpoch: 0)
    return digits(day) + "T000000Z"
  }

  private static func digits(_ day: CalendarDay) -> String {
    day.description.replacing("-", with: "")
  }

  /// `17:00` as `170000`; nil for what is no time of a day, such as 24:00.
  private static func clock(_ time: String) -> String? {
    let parts = time.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return (hour < 10 ? "0" : "") + "\(hour)" + (minute < 10 ? "0" : "") + "\(minute)00"
  }
}

extension DatedEvent.Matter {
  /// A colour by its CSS name (RFC 7986, section 5.9).
  var colour: String {
    switch self {
    case .opens: "seagreen"
    case .closes: "crimson"
    case .selection, .examination: "royalblue"
    case .result: "purple"
    case .starts, .ends: "slategray"
    }
  }
}

extension String {
  /// The text, or nil where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
