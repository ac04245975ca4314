/// What follows from the headings above a statement, kept for the statements below it that stand under
/// the same ones.
struct LastSection<Value> {
  private var last: (section: [String], value: Value)?

  /// What follows from some headings.
  mutating func value(of section: [String], _ make: ([String]) -> Value) -> Value {
    if let last, last.section == section { return last.value }
    let value = make(section)
    last = (section, value)
    return value
  }
}
