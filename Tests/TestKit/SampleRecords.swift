public import RecruitmentModel

/// Records of made-up hospitals.
public enum SampleRecords {
  /// A fact of the hospital's own page.
  public static func official<Value>(_ value: Value, quote: String = "見本") -> Fact<Value> {
    Fact(
      value, basis: .official, asOf: PartialDate("2026-11-20"), confidence: 0.95,
      evidence: [.page(PageEvidence(page: 0, section: "見本", quote: quote))])
  }

  /// A fact that somebody else reports.
  public static func reported<Value>(_ value: Value) -> Fact<Value> {
    let day = CalendarDay(year: 2026, month: 11, day: 21) ?? CalendarDay(daysSinceEpoch: 0)
    return Fact(
      value, basis: .reported,
      evidence: [
        .elsewhere(
          ExternalEvidence(url: "https://blog.example/", note: "A sample says so.", seen: day))
      ])
  }

  /// A record of a made-up hospital.
  public static func program(
    _ id: String, name: String, prefecture: String, city: String,
    kind: ProgramKind = .practicalTraining,
    title: String? = nil, text: String = "", _ change: (inout Facts) -> Void = { _ in }
  ) -> Program {
    var facts = Facts()
    change(&facts)
    let slug = kind == .practicalTraining ? "practical-training" : "other"
    return Program(
      id: "\(id)/\(slug)", kind: kind, title: title ?? "\(name) 実地修練生募集",
      institution: Institution(
        id: id, name: name, nameEn: "\(id) university hospital", prefecture: prefecture,
        city: city, url: "https://\(id).example/"),
      pages: [SourcePage(url: "https://\(id).example/shuren", mediaType: "text/html")], text: text,
      facts: facts)
  }

  /// Seven programs that differ in what queries ask for.
  public static let programs: [Program] = [
    program(
      "mihon", name: "見本大学病院", prefecture: "宮城県", city: "仙台市", text: "公衆衛生の修練を行います。訪問診療に同行します。"
    ) {
      $0.fee = official(Fee(free: true))
      $0.application = official(
        Application(windows: [
          ApplicationWindow(opens: PartialDate("2026-11-01"), closes: PartialDate("2026-12-04"))
        ]))
      $0.training = official(
        Training(months: Bounds(exactly: 12), starts: PartialDate("2027-04-01")))
      $0.recommendation = official(.notRequired)
      $0.obligation = official(Obligation(scope: []))
      $0.capacity = official(Capacity(max: 2))
      $0.departments = official(["内科", "小児科"])
    },
    program("reiji", name: "例示医科大学附属病院", prefecture: "秋田県", city: "秋田市", text: "救命救急センターで学びます。") {
      $0.fee = official(
        Fee(
          free: false, yearly: Bounds(exactly: 360_000),
          items: [
            FeeItem(name: "修練料", amount: Bounds(exactly: 30_000), per: .month, tax: .included)
          ]))
      $0.application = official(
        Application(windows: [ApplicationWindow(closes: PartialDate("2026-10-30"), rule: .arrive)]))
      $0.training = official(
        Training(months: Bounds(exactly: 24), starts: PartialDate("2027-01-12")))
      $0.recommendation = official(.inside)
      $0.obligation = official(Obligation(scope: [.hospital], strength: .required))
      $0.capacity = official(Capacity(few: true))
    },
    program("mogi", name: "模擬大学病院", prefecture: "東京都", city: "文京区") {
      $0.fee = official(Fee(free: false, yearly: Bounds(min: 400_000, max: 600_000)))
      $0.application = official(Application(rolling: true))
      $0.training = official(Training(months: Bounds(max: 12)))
      $0.recommendation = official(.letter)
      $0.obligation = official(Obligation(scope: [.prefecture], strength: .expected))
    },
    program("kakuu", name: "架空大学病院", prefecture: "宮城県", city: "石巻市") {
      $0.application = reported(
        Application(windows: [ApplicationWindow(closes: PartialDate("XXXX-12"), part: .early)]))
    },
    program("kasou", name: "仮想大学病院", prefecture: "大阪府", city: "吹田市") {
      $0.accepting = official(.no)
    },
    program(
      "hinagata", name: "雛形大学病院", prefecture: "宮城県", city: "仙台市", kind: .other,
      title: "雛形大学病院 研究生募集"
    ) {
      $0.fee = official(Fee(free: true))
    },
    program("soutei", name: "想定大学病院", prefecture: "京都府", city: "京都市", text: "東京都の病院とも連携します。"),
  ]
}
