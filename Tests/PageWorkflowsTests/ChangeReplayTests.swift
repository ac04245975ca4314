import ChangeLog
import FactExtraction
import RecruitmentModel
import Testing

@testable import PageWorkflows

/// Pages that change between two nights: what means nothing is no change, and what means something is
/// told with the right old and new value.
@Suite struct ChangeReplayTests {
  /// The fields of a made-up page; each can be replaced.
  typealias Fields = [String: String]

  private static func fields(_ number: Int) -> Fields {
    [
      "年度": "令和9年度", "定員": "\(number % 6 + 1)名", "修練期間": "12か月（2027年4月1日から2028年3月31日まで）",
      "修練料": "月額\((number % 9 + 1) * 5),000円（税込）",
      "募集期間":
        "2026年11月\(number % 9 + 1)日から2026年12月\(number % 20 + 5)日 17時必着",
      "選考方法": "面接（2027年1月\(number % 9 + 10)日）", "結果発表": "2027年1月\(number % 9 + 20)日",
      "推薦書": "不要", "問い合わせ先": "見本大学病院 総務課 電話 022-000-\(1000 + number)",
      "受け入れ": "受け入れています。",
    ]
  }

  private static func page(_ number: Int, _ fields: Fields, noise: Int) -> String {
    let rows = fields.sorted { $0.key < $1.key }
      .filter { !["年度", "受け入れ"].contains($0.key) }
      .map { "<tr><th>\($0.key)</th><td>\($0.value)</td></tr>" }.joined()
    let banner = "<div class=banner><img src=/b\(noise).png alt=\"お知らせ\(noise)\"></div>"
    let header =
      noise % 2 == 0
      ? "<nav><a href=\"/?PHPSESSID=\(noise)\">ホーム</a></nav>" : "<nav><a href=\"/\">ホーム</a></nav>"
    return """
      <!doctype html><html lang="ja"><head><title>見本大学病院 実地修練生募集</title></head><body>
      \(header)\(banner)<main><h1>\(fields["年度"] ?? "") 医師実地修練生 募集要項</h1>
      <p>医師国家試験予備試験に合格した方の実地修練を\(fields["受け入れ"] ?? "")</p><table>\(rows)</table></main>
      <footer><p>アクセス数 \(12_345 + noise * 7)</p><p>最終更新 2026年11月\(noise % 28 + 1)日</p>
      <p>© 20\(noise % 10 + 20) 見本大学病院</p><!-- generated \(noise) --></footer></body></html>
      """
  }

  private static func programs(
    _ workflow: ExtractionWorkflow, _ number: Int, _ fields: Fields, noise: Int
  ) async throws -> [Program] {
    let institution = Institution(id: "h\(number)", name: "見本大学病院", prefecture: "宮城県")
    let origin = RecordExtractor.Origin(
      page: SourcePage(
        url: "https://h\(number).example/shuren",
        fetchedAt: Timestamp(secondsSinceEpoch: 1_795_000_000 + noise)),
      institution: institution, day: CalendarDay(daysSinceEpoch: 20_778 + noise % 5))
    let bytes = Array(page(number, fields, noise: noise).utf8)
    guard
      case .read(let programs, _) = await workflow.outcome(
        of: bytes, contentType: "text/html; charset=utf-8", from: origin)
    else { return [] }
    return programs
  }

  @Test("200 pages whose counters, banners, dates in footers and session ids change: no change")
  func noise() async throws {
    let workflow = try ExtractionWorkflow()
    var before: [Program] = []
    var after: [Program] = []
    for number in 0..<200 {
      before += try await Self.programs(workflow, number, Self.fields(number), noise: number)
      after += try await Self.programs(workflow, number, Self.fields(number), noise: number + 13)
    }
    #expect(before.count == 200)
    let changes = try RecordComparison(noticed: Timestamp(secondsSinceEpoch: 1_795_100_000))
      .changes(from: before, to: after)
    #expect(changes.isEmpty, "\(changes.map { "\($0.id) \($0.change) \($0.part ?? "")" })")
  }

  /// A field that is replaced, and what must be told: the fact, its part, and words of the new value.
  struct Move: Sendable {
    let field: String
    let value: String
    let fact: FactName
    let part: String?
    let old: String
    let new: String
  }

  private static let moves: [Move] = (0..<60).map { number in
    let closes = { (day: Int) in "2026-12-" + (day < 10 ? "0\(day)" : "\(day)") }
    switch number % 10 {
    case 0:
      return Move(
        field: "募集期間", value: "2026年11月\(number % 9 + 1)日から2026年12月28日 17時必着", fact: .application,
        part: "closes", old: closes(number % 20 + 5), new: "2026-12-28")
    case 1:
      return Move(
        field: "募集期間", value: "2026年10月30日から2026年12月\(number % 20 + 5)日 17時必着",
        fact: .application, part: "opens", old: "2026-11-0\(number % 9 + 1)", new: "2026-10-30")
    case 2:
      return Move(
        field: "修練料", value: "月額98,000円（税込）", fact: .fee, part: "yearly",
        old: "\((number % 9 + 1) * 60_000)", new: "1176000")
    case 3:
      return Move(
        field: "定員", value: "9名", fact: .capacity, part: nil, old: "\(number % 6 + 1)", new: "9")
    case 4:
      return Move(
        field: "修練期間", value: "24か月（2027年4月1日から2029年3月31日まで）", fact: .training, part: "months",
        old: "12", new: "24")
    case 5:
      return Move(
        field: "推薦書", value: "所属長の推薦書が必要", fact: .recommendation, part: nil, old: "not-required",
        new: "letter")
    case 6:
      return Move(
        field: "結果発表", value: "2027年2月1日", fact: .selection, part: "result",
        old: "2027-01-\(number % 9 + 20)", new: "2027-02-01")
    case 7:
      return Move(
        field: "問い合わせ先", value: "見本大学病院 総務課 電話 022-999-9999", fact: .contact, part: "phone",
        old: "022-000-\(1000 + number)", new: "022-999-9999")
    case 8:
      return Move(
        field: "受け入れ", value: "受け入れていません。", fact: .accepting, part: nil, old: "yes", new: "no")
    default:
      return Move(
        field: "募集期間",
        value: "2026年11月\(number % 9 + 1)日から2026年12月\(number % 20 + 5)日 12時必着",
        fact: .application, part: "time", old: "17:00", new: "12:00")
    }
  }

  @Test("60 fields that really changed are told, each with the old and the new value")
  func moves() async throws {
    let workflow = try ExtractionWorkflow()
    let comparison = RecordComparison(noticed: Timestamp(secondsSinceEpoch: 1_795_100_000))
    for (number, move) in Self.moves.enumerated() {
      let fields = Self.fields(number)
      let before = try await Self.programs(workflow, number, fields, noise: number)
      let after = try await Self.programs(
        workflow, number, fields.merging([move.field: move.value]) { $1 }, noise: number + 5)
      let changes = try comparison.changes(from: before, to: after)
      let change = changes.first { $0.fact == move.fact && $0.part == move.part }
      let old = try change?.before.map { try RecordCoding.jsonLine($0.value) } ?? ""
      let new = try change?.after.map { try RecordCoding.jsonLine($0.value) } ?? ""
      #expect(
        old.contains(move.old) && new.contains(move.new),
        "\(number) \(move.field): \(changes.map { "\($0.fact?.rawValue ?? "").\($0.part ?? "")" }) \(old) → \(new)"
      )
      #expect(change?.before?.evidence.isEmpty == false && change?.after?.evidence.isEmpty == false)
      let others = changes.filter { $0.fact != move.fact }
      #expect(others.isEmpty, "\(number) \(move.field): \(others.map { $0.fact?.rawValue ?? "" })")
    }
  }
}
