import RecruitmentModel

/// Dates of HTTP header fields in the three forms that must be understood (RFC 9110, 5.6.7).
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`;
  /// nil for any other writing.
  static func timestamp(_ text: String) -> Timestamp? {
    let parts = text.split { $0 == " " || $0 == "-" }.map(String.init)
    if parts.count == 6, parts[5] == "GMT", parts[1].count == 2 {
      return timestamp(year: parts[3], parts[2], parts[1], parts[4])
    }
    guard parts.count == 5, !text.contains("-") else { return nil }
    return timestamp(year: parts[4], parts[1], parts[2], parts[3])
  }

  private static func timestamp(
    year: String, _ month: String, _ day: String, _ time: String
  ) -> Timestamp? {
    guard let month = months.firstIndex(of: month), let day = Int(day), var number = Int(year)
    else {
      return nil
    }
    // The years of two digits reach from 1970 to 2069, within which all such dates were written.
    if year.count == 2 { number += number < 70 ? 2000 : 1900 }
    guard (1970...9999).contains(number) else { return nil }
    return Timestamp("\(number)-\(twoDigits(month + 1))-\(twoDigits(day))T\(time)Z")
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
