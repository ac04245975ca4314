import RecruitmentModel
import SearchIndex

/// Application windows as numbers: for each end year, month and day (0 where unstated) in one number,
/// and the part of the month of the last day.
struct WindowColumn {
  private static let width = 3

  private let column: IntegerColumn

  init(_ column: IntegerColumn) { self.column = column }

  /// One window as the column holds it.
  struct Packed {
    let opens: Int32
    let closes: Int32
    let part: Int32

    /// Whether the last day, and the first where there is one, are stated in full.
    var isWhole: Bool {
      WindowColumn.isWhole(closes) && (opens == 0 || WindowColumn.isWhole(opens))
    }

    /// The window as records have it.
    var window: ApplicationWindow {
      let parts = ApplicationWindow.Part.allCases
      return ApplicationWindow(
        opens: unpacked(opens), closes: unpacked(closes),
        part: (1...parts.count).contains(Int(part)) ? parts[Int(part) - 1] : nil)
    }
  }

  /// How many windows a program has.
  @inline(__always)
  func count(of document: DocumentNumber) -> Int { column[document].count / Self.width }

  /// A window of a program.
  @inline(__always)
  func window(_ number: Int, of document: DocumentNumber) -> Packed {
    let values = column[document]
    let start = number * Self.width
    return Packed(opens: values[start], closes: values[start + 1], part: values[start + 2])
  }

  /// All windows of a program that have a last day.
  func closing(of document: DocumentNumber) -> [ApplicationWindow] {
    (0..<count(of: document)).map { window($0, of: document) }.filter { $0.closes != 0 }
      .map(\.window)
  }

  static func numbers(_ windows: [ApplicationWindow]) -> [Int32] {
    windows.flatMap { window -> [Int32] in
      let part = window.part.flatMap { ApplicationWindow.Part.allCases.firstIndex(of: $0) }
      return [packed(window.opens), packed(window.closes), Int32(part.map { $0 + 1 } ?? 0)]
    }
  }

  static func packed(_ date: PartialDate?) -> Int32 {
    guard let date else { return 0 }
    return Int32((date.year ?? 0) * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0))
  }

  /// A day as windows hold it, so that whole dates are compared as numbers.
  static func packed(_ day: CalendarDay) -> Int32 {
    Int32(clamping: day.year * 10_000 + day.month * 100 + day.day)
  }

  static func unpacked(_ number: Int32) -> PartialDate? {
    func part(_ value: Int) -> Int? { value == 0 ? nil : value }
    let number = Int(number)
    return PartialDate(
      year: part(number / 10_000), month: part(number / 100 % 100), day: part(number % 100))
  }

  @inline(__always)
  private static func isWhole(_ packed: Int32) -> Bool {
    packed >= 10_000 && packed % 100 != 0 && packed / 100 % 100 != 0
  }
}
