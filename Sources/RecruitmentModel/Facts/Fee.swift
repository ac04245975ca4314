/// What the trainee pays.
public struct Fee: Hashable, Sendable {
  /// Whether the page says outright that nothing is to be paid; false also where an amount is
  /// charged that the page does not give.
  public var free: Bool
  /// All that must be paid for the first twelve months, in yen; absent where it cannot be told.
  public var yearly: Bounds?
  /// The charges one by one.
  public var items: [FeeItem]

  /// Makes a fee.
  public init(free: Bool, yearly: Bounds? = nil, items: [FeeItem] = []) {
    self.free = free
    self.yearly = yearly
    self.items = items
  }
}

/// One charge.
public struct FeeItem: Hashable, Sendable, Codable {
  /// What a charge is paid for.
  public enum Period: String, Hashable, Sendable, Codable, CaseIterable {
    case once
    case month
    case semester
    case year
    case program
  }

  /// Whether the amount holds the consumption tax.
  public enum Tax: String, Hashable, Sendable, Codable, CaseIterable {
    case included
    case excluded
    case exempt
  }

  /// The name of the charge as the page has it.
  public var name: String
  /// The amount in yen.
  public var amount: Bounds
  /// What it is paid for.
  public var per: Period
  /// The tax, where the page says.
  public var tax: Tax?

  /// In their own order, in which they are written: what comes otherwise is written twice.
  private enum CodingKeys: CodingKey { case amount, name, per, tax }

  /// Makes a charge.
  public init(name: String, amount: Bounds, per: Period, tax: Tax? = nil) {
    self.name = name
    self.amount = amount
    self.per = per
    self.tax = tax
  }
}

extension Fee: Codable {
  private enum Key: String, CodingKey {
    case free
    case yearly
    case items
  }

  /// Reads a fee; no items is an absent key.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    free = try container.decode(Bool.self, forKey: .free)
    yearly = try container.decodeIfPresent(Bounds.self, forKey: .yearly)
    items = try container.decodeIfPresent([FeeItem].self, forKey: .items) ?? []
  }

  /// Writes a fee; no items is an absent key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(free, forKey: .free)
    // In the order of their keys: what comes otherwise is written twice.
    if !items.isEmpty { try container.encode(items, forKey: .items) }
    try container.encodeIfPresent(yearly, forKey: .yearly)
  }
}
