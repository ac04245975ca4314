import Foundation
import RecruitmentModel

/// A set that holds every fact there is, for tests that none is forgotten.
enum AllFacts {
  static func facts() throws -> Facts {
    let members = values.map { name, value in
      #""\#(name)": {"value": \#(value), "basis": "official", "evidence": [\#(evidence)]}"#
    }
    return try JSONDecoder().decode(
      Facts.self, from: Data("{\(members.joined(separator: ","))}".utf8))
  }

  private static let evidence = #"{"page": 0, "section": "募集", "quote": "募集します"}"#

  private static let values: KeyValuePairs = [
    "intake": #"{"year": 2027}"#,
    "accepting": #""yes""#,
    "fee": """
    {"free": false, "yearly": {"min": 120000, "max": 120000}, "items": [{"name": "修練料",
    "amount": {"min": 10000, "max": 10000}, "per": "month", "tax": "included"}]}
    """,
    "application": """
    {"windows": [{"opens": "2026-11-04", "closes": "2026-12-04", "time": "17:00",
    "rule": "arrive"}], "note": "n"}
    """,
    "training": #"{"months": {"min": 12, "max": 12}, "starts": "2027-01-04"}"#,
    "selection": #"{"steps": [{"method": "interview", "date": "2026-12-18"}]}"#,
    "recommendation": #""internal""#,
    "obligation": #"{"scope": ["hospital"], "strength": "expected"}"#,
    "capacity": #"{"few": true}"#,
    "eligibility": #"["合格者"]"#,
    "departments": #"["内科"]"#,
    "documents": #"["履歴書"]"#,
    "contact": #"{"office": "教育係"}"#,
    "examDate": #"[{"starts": "2026-11-08"}]"#,
    "venues": #"["仙台"]"#,
    "rules": #"[{"id": "a", "text": "b", "needs": {"years": 5}}]"#,
    "steps": #"[{"order": 1, "name": "予備試験", "stage": "examination"}]"#,
  ]
}
