import RecruitmentModel

/// Application windows as numbers: for each end year, month and day (0 where unstated) in one number,
/// and the part of the month of the last day.
enum WindowColumn {
  private static let width = 3

  static func numbers(_ windows: [ApplicationWindow]) -> [Int32] {
    windows.flatMap { window -> [Int32] in
      let part = window.part.flatMap { ApplicationWindow.Part.allCases.firstIndex(of: $0) }
      return [packed(window.opens), packed(window.closes), Int32(part.map { $0 + 1 } ?? 0)]
    }
  }

  static func windows(_ numbers: [Int32]) -> [ApplicationWindow] {
    stride(from: 0, to: numbers.count - width + 1, by: width).map { start in
      let part = Int(numbers[start + 2])
      let parts = ApplicationWindow.Part.allCases
      return ApplicationWindow(
        opens: unpacked(numbers[start]), closes: unpacked(numbers[start + 1]),
        part: (1...parts.count).contains(part) ? parts[part - 1] : nil)
    }
  }

  static func packed(_ date: PartialDate?) -> Int32 {
    guard let date else { return 0 }
    return Int32((date.year ?? 0) * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0))
  }

  static func unpacked(_ number: Int32) -> PartialDate? {
    func part(_ value: Int) -> Int? { value == 0 ? nil : value }
    let number = Int(number)
    return PartialDate(
      year: part(number / 10_000), month: part(number / 100 % 100), day: part(number % 100))
  }
}
