import RecruitmentModel
import TestKit

/// Text that has brought markup or scripts into pages elsewhere.
enum Attacks {
  static let texts: [String] = [
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>", "</textarea><svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>", "<img src=x onerror=alert(1)//",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "//evil.example/x",
    "\\\\evil.example",
    "https:evil", "http://", "https://a.example/\" onclick=\"alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "' onmouseover='alert(1)", "` onclick=alert(1) `", "<style>*{color:red}</style>",
    "<link rel=stylesheet href=//e>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content=0;url=//e>", "<!--", "-->",
    "<![CDATA[", "]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "</script><script>alert(1)</script>", "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "\u{202E}<script>", "\u{0}<script>\u{0}", "＜script＞alert(1)＜/script＞", "<\u{2028}script>",
    "<scr\u{AD}ipt>",
    "<math><mtext></form><form><mglyph><svg><mtext><textarea><a title=\"</textarea><img src onerror=alert(1)>\">",
  ]

  /// Places of a record that text of the web can reach.
  static let places: [(name: String, change: @Sendable (inout Program, String) -> Void)] = [
    ("title", { $0.title = $1 }), ("text", { $0.text = $1 }),
    ("name", { $0.institution.name = $1 }), ("nameEn", { $0.institution.nameEn = $1 }),
    ("prefecture", { $0.institution.prefecture = $1 }), ("city", { $0.institution.city = $1 }),
    ("site", { $0.institution.url = $1 }),
    ("page", { $0.pages = [SourcePage(url: $1, title: $1)] }),
    ("quote", { $0.facts.accepting = SampleRecords.official(.yes, quote: $1) }),
    (
      "section",
      {
        $0.facts.accepting = Fact(
          .yes, basis: .official,
          evidence: [.page(PageEvidence(page: 0, section: $1, quote: $1, note: $1))])
      }
    ),
    (
      "elsewhere",
      {
        $0.facts.accepting = Fact(
          .no, basis: .reported,
          evidence: [.elsewhere(ExternalEvidence(url: $1, note: $1, seen: SampleSite.today))])
      }
    ),
    ("listed", { $0.listed = [ExternalEvidence(url: $1, note: $1, seen: SampleSite.today)] }),
    (
      "fee",
      {
        $0.facts.fee = SampleRecords.official(
          Fee(free: false, items: [FeeItem(name: $1, amount: Bounds(exactly: 1), per: .month)]))
      }
    ),
    (
      "note",
      { $0.facts.application = SampleRecords.official(Application(rolling: true, note: $1)) }
    ),
    (
      "hour",
      {
        $0.facts.application = SampleRecords.official(
          Application(windows: [ApplicationWindow(closes: PartialDate("2026-12-01"), time: $1)]))
      }
    ),
    ("departments", { $0.facts.departments = SampleRecords.official([$1, "内科"]) }),
    ("eligibility", { $0.facts.eligibility = SampleRecords.official([$1]) }),
    ("documents", { $0.facts.documents = SampleRecords.official([$1]) }),
    (
      "contact",
      { $0.facts.contact = SampleRecords.official(Contact(office: $1, email: $1, phone: $1)) }
    ),
    (
      "conflict",
      {
        var fact = SampleRecords.official([$1])
        fact.conflicts = [SampleRecords.official([$1 + "!"], quote: $1)]
        $0.facts.venues = fact
      }
    ),
  ]

  /// A record that carries a text at a place.
  static func record(_ text: String, at place: String) -> Program {
    var program = SampleRecords.program("mihon", name: "見本大学病院", prefecture: "宮城県", city: "仙台市") {
      $0.fee = SampleRecords.official(Fee(free: true))
    }
    places.first { $0.name == place }?.change(&program, text)
    return program
  }
}
