import Foundation
import RecruitmentModel
import ResourceTables

/// One way in which the page of an examination, or of a way to a licence, says something.
struct NoticeForm: Sendable {
  /// The page that the words stand on.
  enum Place: String, Sendable {
    /// An examination in Japanese: nothing else, a fee, a day, or both beside the words.
    case exam, examFee = "exam+fee", examDay = "exam+day", examBoth = "exam+both"
    /// The same in English.
    case english = "exam.en"
    case englishFee = "exam.en+fee"
    case englishDay = "exam.en+day"
    case englishBoth = "exam.en+both"
    /// A way to a licence.
    case way
    case wayEnglish = "way.en"
  }

  let id: String
  let place: Place
  /// The body of the page.
  let words: String
  /// The facts that have to be read, beside what the page adds.
  let expected: String

  /// All rows of the table.
  static func all() throws -> [NoticeForm] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Forms").appending(path: "notices.tsv")
    let table = try ResourceTable(
      name: "notices.tsv", bytes: [UInt8](try Data(contentsOf: url)),
      columns: ["id", "page", "words", "expected"])
    return try table.rows.map { row in
      NoticeForm(
        id: row["id"], place: try row.value("page") { Place(rawValue: $0) }, words: row["words"],
        expected: row["expected"])
    }
  }

  /// The page with the words.
  var page: String {
    """
    <!doctype html><html lang=\(isEnglish ? "en" : "ja")><meta charset=utf-8>\
    <title>\(titles.title)</title><body><h1>\(titles.head)</h1>
    \(lead)\(words.replacing("\\n", with: "\n"))\(rest)</body></html>
    """
  }

  private var isEnglish: Bool { place.rawValue.contains(".en") }
  private var isWay: Bool { place == .way || place == .wayEnglish }

  private var titles: (title: String, head: String) {
    switch (isWay, isEnglish) {
    case (true, false):
      ("外国の医学部を卒業した方が見本国で医師になるには - 見本国医師評議会", "外国の医学部を卒業した方が見本国で医師になるには")
    case (true, true):
      (
        "International medical graduates: route to full registration | Medical Board of Kasou",
        "International medical graduates: the route to full registration"
      )
    case (false, false): ("2026年度専門医試験のご案内 見本学会", "2026年度専門医試験のご案内")
    case (false, true):
      (
        "Board Certification Examination 2026 - Mihon Medical Society",
        "Board Certification Examination 2026"
      )
    }
  }

  private var lead: String {
    switch place {
    case .way: "<p>海外の医学部を卒業した医師が免許を得るまでの道筋を紹介します。資格の認定、国家試験、臨床研修、免許登録の順に進みます。</p>"
    case .wayEnglish:
      "<p>This page explains how doctors who were trained abroad become registered: recognition of the "
        + "degree, examination, supervised practice, licence.</p>"
    default: ""
    }
  }

  private var rest: String {
    let hasFee = place.rawValue.hasSuffix("+fee") || place.rawValue.hasSuffix("+both")
    let hasDay = place.rawValue.hasSuffix("+day") || place.rawValue.hasSuffix("+both")
    let fee =
      isEnglish
      ? "<h2>Examination fee</h2><p>15,000 yen</p>" : "<h2>受験料</h2><p>15,000円</p>"
    let day =
      isEnglish
      ? "<h2>Examination date</h2><p>13 September 2026</p>" : "<h2>試験日</h2><p>2026年9月13日</p>"
    return (hasFee ? fee : "") + (hasDay ? day : "")
  }

  /// What is read from the page, in an order of its own; a dash where nothing is.
  func reading() async throws -> String {
    let programs = try await Reading.programs(in: Array(page.utf8))
    let kind: ProgramKind = isWay ? .pathway : .examination
    guard let facts = programs.first(where: { $0.kind == kind })?.facts else { return "no record" }
    let parts = Self.parts(of: facts)
    return parts.isEmpty ? "-" : parts.joined(separator: "; ")
  }

  private static func parts(of facts: Facts) -> [String] {
    let days = facts.examDate?.value.map { day in
      day.ends.map { "\(day.starts)..\($0)" } ?? "\(day.starts)"
    }
    let windows = facts.application?.value.windows.map { window in
      let days = "\(window.opens.map { "\($0)" } ?? "")..\(window.closes.map { "\($0)" } ?? "")"
      return [days, window.rule?.rawValue].compactMap { $0 }.joined(separator: " ")
    }
    let items = facts.fee.map { fee in
      fee.value.free ? ["free"] : fee.value.items.map { Summary.text($0.amount) }
    }
    let named: [(String, [String]?)] = [
      ("day", days), ("fee", items), ("papers", windows),
      ("rolling", facts.application?.value.rolling == true ? ["yes"] : nil),
      ("city", facts.venues?.value), ("mail", facts.contact?.value.email.map { [$0] }),
      ("phone", facts.contact?.value.phone.map { [$0] }),
      ("places", facts.capacity.map { [Summary.text($0.value)] }),
      ("letter", facts.recommendation.map { [$0.value.rawValue] }),
      ("duty", facts.obligation.map { [Summary.text($0.value)] }),
      ("training", facts.training.map { [Summary.text($0.value)] }),
    ]
    return named.compactMap { name, values in
      guard let values, !values.isEmpty else { return nil }
      return "\(name) " + Set(values).sorted().joined(separator: ", ")
    }
  }
}
