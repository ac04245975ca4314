/// A sum of money, as the words state it.
public struct MoneyMention: Hashable, Sendable {
  /// Where the words stand, currency included.
  public let range: Range<Int>
  /// The least sum in yen.
  public let least: Int
  /// The greatest sum in yen; equal to the least where one sum is stated.
  public let greatest: Int
}

/// Reads sums in yen: `30,000円`, `3万円`, `¥300,000`, `JPY 25,000`, `30万~60万円`, `80~100万円`.
public struct MoneyReader: Sendable {
  /// What a number without a currency is, by what stands above or beside it.
  public enum Bare: Hashable, Sendable {
    /// No money.
    case nothing
    /// Yen, if its digits are grouped by commas: the label says that it is a charge.
    case grouped
    /// So many yen for each one: the head of the column says 円, 千円, 万円.
    case unit(Int)
  }

  private let bare: Bare

  /// Makes a reader.
  ///
  /// - Parameter bare: What numbers without a currency are.
  public init(bare: Bare = .nothing) {
    self.bare = bare
  }

  /// All sums in a part of a text.
  public func sums(in text: FoldedText, range: Range<Int>? = nil) -> [MoneyMention] {
    var reader = ScalarReader(text, in: range)
    var found: [MoneyMention] = []
    while true {
      reader.skip(to: Self.beginnings)
      guard !reader.isAtEnd else { return found }
      let start = reader.position
      if let mention = sum(&reader) {
        found.append(mention)
      } else {
        reader.position = start + 1
      }
    }
  }

  /// What sums begin with: figures in digits or kanji, a sign or a word for yen.
  private static let beginnings = ScalarSet("¥\\jy" + NumberReader.beginnings)

  /// The sum at the reader's position.
  public func sum(_ reader: inout ScalarReader) -> MoneyMention? {
    let start = reader.position
    // Not inside another number, nor behind 数 or 何, which leave open how much it is.
    if let before = reader.previous, before.isDigit || ",.数何〇○".unicodeScalars.contains(before) {
      return nil
    }
    return reader.attempt { reader in
      guard let first = amount(&reader), !first.isPlaceholder,
        first.value > 0 || !isRest(start, of: reader), !isUnit(start, of: reader)
      else { return nil }
      guard let second = reader.attempt({ rangeEnd(&$0, after: first) }) else {
        guard first.isMoney else { return nil }
        return MoneyMention(
          range: start..<reader.position, least: first.value, greatest: first.value)
      }
      guard second.isMoney || (first.isMoney && !second.isCounted) else { return nil }
      let least = first.value * unit(of: second, for: first)
      return MoneyMention(
        range: start..<reader.position, least: min(least, second.value),
        greatest: max(least, second.value))
    }
  }

  /// Whether `千円` stands for the unit of a table (`単位:千円`), not for a sum.
  private func isUnit(_ start: Int, of reader: ScalarReader) -> Bool {
    guard let first = reader.text.scalars[start...].first, first == "千" || first == "百", start > 0
    else { return false }
    return ":(・".unicodeScalars.contains(reader.text.scalars[start - 1])
      && (reader.isAtEnd || reader.next == ")")
  }

  /// Whether a nought is the end of a number whose digits stand apart (`2 4 , 0 0 0 円`).
  private func isRest(_ start: Int, of reader: ScalarReader) -> Bool {
    let before = reader.text.scalars[..<start].last { $0 != " " }
    return before.map { $0.isDigit || $0 == "," || $0 == "." } ?? false
  }

  /// `80~100万円`: the unit behind the second number holds for the first, if that is the smaller one.
  private func unit(of second: Amount, for first: Amount) -> Int {
    first.unit == 1 && first.value <= second.value / second.unit ? second.unit : 1
  }

  private func currencyBefore(_ reader: inout ScalarReader) -> Bool {
    guard reader.previous?.isLatin != true,
      reader.take(any: ["¥", "\\", "jpy", "yen"]) != nil
    else { return false }
    reader.skipBlanks()
    return true
  }

  private func currencyBehind(_ reader: inout ScalarReader) -> Bool {
    reader.attempt { reader -> Bool? in
      reader.skipBlanks()
      return reader.take(any: ["円", "yen", "jpy", "日元", "日圆"]) != nil ? true : nil
    } ?? false
  }

  private struct Amount {
    let value: Int
    /// What the last sign of the number multiplies by: 10,000 behind 万, 1 behind a digit.
    let unit: Int
    /// Whether a currency is said.
    let hasCurrency: Bool
    /// Whether a word for counting things stands behind it: `30万人` is no money.
    let isCounted: Bool
    /// `〇〇`, `000,000`, `〇万`: the number has still to be filled in.
    let isPlaceholder: Bool

    /// Whether it is a sum: 万 and 億 alone say so too, as in 月額25万.
    var isMoney: Bool { hasCurrency || (unit >= 10_000 && !isCounted) }
  }

  private func amount(_ reader: inout ScalarReader) -> Amount? {
    let signed = currencyBefore(&reader)
    let start = reader.position
    if let value = thousandsByPoint(&reader) {
      return Amount(
        value: value, unit: 1, hasCurrency: true, isCounted: false, isPlaceholder: false)
    }
    if !signed, let amount = reader.attempt(bareAmount) { return amount }
    guard let value = NumberReader.number(&reader) else { return nil }
    let written = start..<reader.position
    let unit = reader.text.scalars[written].last.flatMap { Self.units[$0] } ?? 1
    let hasCurrency = currencyBehind(&reader) || signed
    return Amount(
      value: value, unit: unit, hasCurrency: hasCurrency,
      isCounted: !hasCurrency && reader.next.map(Self.counters.contains) == true,
      isPlaceholder: value == 0 && written.count > 1)
  }

  /// `30.000円`: a point before three digits and 円 parts thousands.
  private func thousandsByPoint(_ reader: inout ScalarReader) -> Int? {
    reader.attempt { reader in
      guard let thousands = NumberReader.digits(&reader, atMost: 3), thousands > 0,
        reader.take("." as Unicode.Scalar)
      else { return nil }
      let start = reader.position
      guard let rest = NumberReader.digits(&reader, atMost: 3), reader.position - start == 3,
        currencyBehind(&reader)
      else { return nil }
      return thousands * 1000 + rest
    }
  }

  /// A number that stands alone, where what is above or beside it says that it is money.
  private func bareAmount(_ reader: inout ScalarReader) -> Amount? {
    guard bare != .nothing, reader.previous.map(Self.standsApart) ?? true else { return nil }
    let start = reader.position
    guard let whole = NumberReader.number(&reader), whole < 100_000_000 else { return nil }
    let isGrouped = reader.text.scalars[start..<reader.position].contains(",")
    var value = whole
    if case .unit(let unit) = bare {
      value *= unit
      if let fraction = fraction(&reader, of: unit) { value += fraction }
    } else if !isGrouped {
      return nil
    }
    guard reader.next.map(Self.standsApart) ?? true, value > 0, !isCurrency(reader) else {
      return nil
    }
    return Amount(value: value, unit: 1, hasCurrency: true, isCounted: false, isPlaceholder: false)
  }

  private func isCurrency(_ reader: ScalarReader) -> Bool {
    var reader = reader
    return currencyBehind(&reader)
  }

  /// The `.4` of 26.4 in a column of 千円, in yen.
  private func fraction(_ reader: inout ScalarReader, of unit: Int) -> Int? {
    reader.attempt { reader in
      guard reader.take("." as Unicode.Scalar) else { return nil }
      let start = reader.position
      guard let digits = NumberReader.digits(&reader, atMost: 4) else { return nil }
      let scale = (start..<reader.position).reduce(1) { scale, _ in scale * 10 }
      return digits * unit / scale
    }
  }

  /// Whether a mark beside a number leaves it alone: a blank, a bracket, a range.
  private static func standsApart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || "()[]~-/:*約金".unicodeScalars.contains(scalar)
  }

  private static let units: [Unicode.Scalar: Int] = [
    "千": 1000, "万": 10_000, "萬": 10_000, "億": 100_000_000,
  ]

  private static let counters = Set("人名件個回台部冊床字語年歳時日分例点本枚".unicodeScalars)

  /// The second amount of a range; where it has no currency, it must not be less than the first,
  /// since `30,000円から3年` is no range of money.
  private func rangeEnd(_ reader: inout ScalarReader, after first: Amount) -> Amount? {
    reader.skipBlanks()
    guard reader.take(any: ["~", "-", "から", "ー", "to "]) != nil else { return nil }
    reader.skipBlanks()
    guard let amount = amount(&reader), amount.isMoney || amount.value >= first.value else {
      return nil
    }
    return amount
  }
}
