import ChangeLog
import RecruitmentModel

/// Records in which every text has every character that steers something, and what a reader of markup or
/// a spreadsheet could run.
enum HostileRecords {
  /// All of C0 and C1, marks of direction, and every other character that has no shape of its own.
  static let controls = (0...0x10FFFF).compactMap { Unicode.Scalar(UInt32($0)) }.filter {
    switch $0.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// What markup of one kind or another would take for its own.
  static let markup = "<b>&\"'`</title><script>x</script>]]>--><svg onload=x>|](javascript:x)"

  static let text = "病" + markup + controls.map { "病\(Character($0))a" }.joined()
  static let day =
    CalendarDay(year: 2026, month: 11, day: 21) ?? CalendarDay(daysSinceEpoch: 0)

  private static func fact<Value>(_ value: Value) -> Fact<Value> {
    let evidence: [Evidence] = [
      .page(PageEvidence(page: 0, section: text, quote: text, note: text)),
      .elsewhere(ExternalEvidence(url: "https://a.example/" + text, note: text, seen: day)),
    ]
    return Fact(
      value, basis: .reported, evidence: evidence,
      conflicts: [Fact(value, basis: .reported, evidence: evidence)])
  }

  /// A program whose every text is hostile.
  static var program: Program {
    var facts = Facts()
    facts.fee = fact(
      Fee(free: false, items: [FeeItem(name: text, amount: Bounds(exactly: 1), per: .once)]))
    facts.application = fact(
      Application(
        windows: [
          ApplicationWindow(
            opens: PartialDate("2026-11-01"), closes: PartialDate("2026-12-04"), time: text),
          ApplicationWindow(closes: PartialDate("2026-12"), part: .early),
        ],
        note: text))
    facts.eligibility = fact([text])
    facts.departments = fact([text])
    facts.documents = fact([text])
    facts.contact = fact(Contact(office: text, email: text, phone: text))
    facts.examDate = fact([ExaminationDay(part: text, starts: PartialDate(day))])
    facts.venues = fact([text])
    facts.rules = fact([EligibilityRule(id: text, text: text)])
    facts.steps = fact([
      PathwayStep(order: 1, name: text, stage: .training, requires: [text], leadsTo: [text])
    ])
    return Program(
      id: text, kind: .practicalTraining, title: text,
      institution: Institution(
        id: text, name: text, nameEn: text, prefecture: text, city: text, url: "https://" + text),
      pages: [SourcePage(url: "https://b.example/" + text, title: text, mediaType: "text/html")],
      text: text, facts: facts, listed: [ExternalEvidence(url: text, note: text, seen: day)])
  }

  /// Changes of it, one of every sort.
  static var changes: [Change] {
    let statement = ChangeStatement(
      value: .array([.string(text)]), basis: .official,
      evidence: [ChangeQuotation(url: text, section: text, quote: text, note: text)])
    let noticed = Timestamp(secondsSinceEpoch: 0)
    return Change.Event.allCases.map {
      Change(
        of: program, noticed: noticed, $0, fact: .departments, part: text, before: statement,
        after: statement)
    }
  }

  /// The controls that a text has and may not have, by their numbers.
  static func leaks(_ output: String, besides allowed: Set<Unicode.Scalar> = ["\n"]) -> [String] {
    let forbidden = Set(controls).subtracting(allowed)
    return Set(output.unicodeScalars.filter(forbidden.contains)).map { String($0.value, radix: 16) }
  }

  /// What a reader of XML or HTML would take for markup of the page.
  static func markupLeaks(_ output: String) -> [String] {
    ["<b>", "<script", "</title><s", "<svg onload", "]]>", "\"'`"].filter(output.contains)
  }
}
