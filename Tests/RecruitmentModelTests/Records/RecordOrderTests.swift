import RecruitmentModel
import Testing

/// A fact, and where it stands in the wrong order.
struct OrderCase: Sendable, CustomTestStringConvertible {
  let fact: String
  let value: String
  /// The key of the fault; nil where nothing is wrong.
  let key: String?
  var testDescription: String { "\(fact): \(value)" }

  init(_ fact: String, _ value: String, _ key: String? = nil) {
    (self.fact, self.value, self.key) = (fact, value, key)
  }

  static let all = [
    OrderCase(
      "application", #"{"windows":[{"closes":"2026-11-01","opens":"2026-12-01"}]}"#,
      "value.windows.0.closes"),
    OrderCase("application", #"{"windows":[{"closes":"2026-12-01","opens":"2026-12-01"}]}"#),
    OrderCase("application", #"{"windows":[{"closes":"2026-12","opens":"2026-12-31"}]}"#),
    OrderCase("application", #"{"windows":[{"closes":"2026","opens":"2026-12-31"}]}"#),
    OrderCase("application", #"{"windows":[{"closes":"XXXX-01-31","opens":"2026-11-01"}]}"#),
    OrderCase("application", #"{"windows":[{"closes":"2026-12-01","opens":"XXXX-12-24"}]}"#),
    OrderCase(
      "application", #"{"windows":[{"closes":"2026-12","opens":"2026-12-21","part":"mid"}]}"#,
      "value.windows.0.closes"),
    OrderCase(
      "application", #"{"windows":[{"closes":"2026-12","opens":"2026-12-20","part":"mid"}]}"#),
    OrderCase(
      "application",
      #"{"windows":[{"closes":"2026-12-01"},{"closes":"2026-11","opens":"2026-12"}]}"#,
      "value.windows.1.closes"),
    OrderCase("training", #"{"ends":"2027-03-31","starts":"2027-04-01"}"#, "value.ends"),
    OrderCase("training", #"{"ends":"2027-04-01","starts":"2027-04-01"}"#),
    OrderCase("training", #"{"ends":"2026","starts":"2027-01"}"#, "value.ends"),
    OrderCase("training", #"{"months":{"max":11,"min":12}}"#, "value.months.max"),
    OrderCase("examDate", #"[{"ends":"2026-02-06","starts":"2026-02-07"}]"#, "value.0.ends"),
    OrderCase("examDate", #"[{"ends":"2026-02-07","starts":"2026-02-07"}]"#),
    OrderCase(
      "examDate", #"[{"starts":"2026-06-15"},{"ends":"2025-11-05","starts":"2026-11-04"}]"#,
      "value.1.ends"),
    OrderCase("capacity", #"{"max":1,"min":4}"#, "value.max"),
    OrderCase("capacity", #"{"max":4,"min":4}"#),
    OrderCase("fee", #"{"free":false,"yearly":{"max":1,"min":2}}"#, "value.yearly.max"),
    OrderCase(
      "fee", #"{"free":false,"items":[{"amount":{"max":1,"min":2},"name":"n","per":"once"}]}"#,
      "value.items.0.amount.max"),
  ]
}

@Suite("Days and figures of a record in the wrong order")
struct RecordOrderTests {
  private static func line(_ example: OrderCase, beaten: Bool) -> String {
    let proof = #""basis":"official","evidence":[{"note":"n","seen":"2026-11-01","url":"u"}]"#
    let fact = "{\(proof),\"value\":\(example.value)}"
    let better = [
      "application": "{\"windows\":[{\"closes\":\"2026-12-05\"}]}",
      "training": "{\"starts\":\"2027-01-04\"}",
      "examDate": "[{\"starts\":\"2026-02-07\"}]", "capacity": "{\"min\":1}",
      "fee": "{\"free\":true}",
    ]
    let whole =
      beaten
      ? "{\"conflicts\":[\(fact)],\(proof),\"value\":\(better[example.fact] ?? "")}" : fact
    return #"{"facts":{"\#(example.fact)":\#(whole)},"id":"a/examination","#
      + #""institution":{"name":"見本学会"},"kind":"examination","pages":[],"schema":1,"title":"t"}"#
  }

  @Test("are refused with their line and key", arguments: OrderCase.all, [false, true])
  private func refused(_ example: OrderCase, beaten: Bool) throws {
    let text = "\n" + Self.line(example, beaten: beaten)
    #expect(try RecordCoding.programs(inJSONLines: Array(text.utf8)).count == 1)
    var found: RecordError?
    do throws(RecordError) {
      _ = try RecordCoding.programs(inJSONLines: Array(text.utf8), checksSense: true)
    } catch { found = error }
    let key = example.key.map { beaten ? "conflicts.0.\($0)" : $0 }
    #expect(found?.key == key.map { "facts.\(example.fact).\($0)" })
    if let found { #expect(found.line == 2 && found.reason.contains("it should be")) }
  }
}
