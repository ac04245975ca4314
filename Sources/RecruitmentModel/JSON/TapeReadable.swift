/// A value that is read from what we write without a container for each of its parts: a container's type is made
/// when it is first used, which takes as long as reading a record.
///
/// It reads what its `init(from:)` reads, or refuses.
protocol TapeReadable {
  init(tape: TapeDecoder) throws
}

extension String: TapeReadable {
  init(tape: TapeDecoder) throws { self = try tape.found { $0.text(of: $1) } }
}

extension Int: TapeReadable {
  init(tape: TapeDecoder) throws { self = try tape.found { $0.integer(of: $1) } }
}

extension Double: TapeReadable {
  init(tape: TapeDecoder) throws { self = try tape.found { $0.double(of: $1) } }
}

extension Bool: TapeReadable {
  init(tape: TapeDecoder) throws { self = try tape.found { $0.boolean(of: $1) } }
}

extension Array: TapeReadable where Element: TapeReadable {
  init(tape: TapeDecoder) throws { self = try tape.elements { try Element(tape: $0) } }
}

extension TapeReadable where Self: RawRepresentable, RawValue == String {
  init(tape: TapeDecoder) throws {
    self = try tape.found { $0.text(of: $1).flatMap(Self.init(rawValue:)) }
  }
}

extension PartialDate: TapeReadable {
  init(tape: TapeDecoder) throws {
    self = try tape.found { $0.plainText(of: $1) { PartialDate(utf8: $0) } }
  }
}

extension CalendarDay: TapeReadable {
  init(tape: TapeDecoder) throws {
    self = try tape.found { $0.plainText(of: $1) { CalendarDay(utf8: $0) } }
  }
}

extension Timestamp: TapeReadable {
  init(tape: TapeDecoder) throws {
    self = try tape.found { $0.plainText(of: $1) { Timestamp(utf8: $0) } }
  }
}

extension TapeDecoder {
  /// What a function makes of the value; where it makes nothing of it, that is refused.
  func found<Found>(_ read: (JSONTape, JSONTape.Value) -> Found?) throws -> Found {
    guard let found = read(tape, tape.values[number]) else { throw Refusal() }
    return found
  }

  /// The value of a key that an object must have.
  func required<Member: TapeReadable>(_ key: StaticString, as _: Member.Type = Member.self)
    throws -> Member
  {
    guard let member = member(key) else { throw Refusal() }
    return try Member(tape: member)
  }

  /// The value of a key that an object may have.
  func optional<Member: TapeReadable>(_ key: StaticString, as _: Member.Type = Member.self)
    throws -> Member?
  {
    try member(key).map { try Member(tape: $0) }
  }

  /// The elements of an array, read one by one.
  func elements<Element>(_ read: (TapeDecoder) throws -> Element) throws -> [Element] {
    guard isArray else { throw Refusal() }
    let end = tape.values[number].next
    var elements: [Element] = []
    var place = number + 1
    while place < end {
      elements.append(try read(TapeDecoder(tape: tape, number: place)))
      place = tape.values[place].next
    }
    return elements
  }

  /// The value itself, if it is an object.
  func object() throws -> TapeDecoder {
    guard isObject else { throw Refusal() }
    return self
  }
}
