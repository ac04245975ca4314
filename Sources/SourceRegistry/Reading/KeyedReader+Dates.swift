import MarkedYAML
import RecruitmentModel

extension KeyedReader {
  /// A date that may be missing, as far as it is known.
  func date(_ key: String) throws(SourceListError) -> PartialDate? {
    try value(key, as: "a date such as 2026-12-05, 2026-12 or XXXX-12") { PartialDate($0) }
  }
}
