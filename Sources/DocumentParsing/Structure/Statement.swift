/// A piece of a page: words, and the labels and headings that say what they are about.
public struct Statement: Hashable, Sendable {
  /// The shape in which a piece stood on the page.
  public enum Shape: Hashable, Sendable {
    case heading
    case paragraph
    case tableCell
    case definition
    case labelledLine
    case answer
    case link
  }

  /// The words.
  @inlinable public var text: String {
    get { content.values.text }
    _modify {
      makeUnique()
      yield &content.values.text
    }
  }
  /// The labels right beside the words, the outer before the inner; empty where there are none.
  @inlinable public var labels: [String] {
    get { content.values.labels }
    _modify {
      makeUnique()
      yield &content.values.labels
    }
  }
  /// The head of the column, for a cell of a table with several columns of values.
  @inlinable public var column: String? {
    get { content.values.column }
    _modify {
      makeUnique()
      yield &content.values.column
    }
  }
  /// The headings above, the outer before the inner.
  @inlinable public var section: [String] {
    get { content.values.section }
    _modify {
      makeUnique()
      yield &content.values.section
    }
  }
  /// The shape in which the words stood.
  @inlinable public var shape: Shape {
    get { content.values.shape }
    _modify {
      makeUnique()
      yield &content.values.shape
    }
  }
  /// The whole line, label and value, where both stood on one.
  @inlinable public var line: String? {
    get { content.values.line }
    _modify {
      makeUnique()
      yield &content.values.line
    }
  }
  /// The first words, where the page sets them apart from the rest of the line: `<b>定員</b>2名`.
  @inlinable public var lead: String? {
    get { content.values.lead }
    _modify {
      makeUnique()
      yield &content.values.lead
    }
  }
  /// Whether it is an item of a list.
  @inlinable public var isListItem: Bool {
    get { content.values.isListItem }
    _modify {
      makeUnique()
      yield &content.values.isListItem
    }
  }

  /// What copies share, since pieces are handed on all the time.
  @usableFromInline var content: Content

  /// Makes a piece.
  public init(
    text: String, labels: [String] = [], column: String? = nil, section: [String] = [],
    shape: Shape = .paragraph, line: String? = nil
  ) {
    content = Content(
      Values(
        text: text, labels: labels, column: column, section: section, shape: shape, line: line,
        lead: nil, isListItem: false))
  }

  /// Takes the content for this piece alone, before it is changed.
  @usableFromInline mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&content) { content = Content(content.values) }
  }

  /// What a piece holds.
  @usableFromInline struct Values: Hashable, Sendable {
    @usableFromInline var text: String
    @usableFromInline var labels: [String]
    @usableFromInline var column: String?
    @usableFromInline var section: [String]
    @usableFromInline var shape: Shape
    @usableFromInline var line: String?
    @usableFromInline var lead: String?
    @usableFromInline var isListItem: Bool
  }

  /// Safe to hand to other tasks: it is changed only while one piece alone has it.
  @usableFromInline final class Content: @unchecked Sendable {
    @exclusivity(unchecked) @usableFromInline var values: Values

    init(_ values: Values) { self.values = values }
  }

  /// Whether two pieces say the same at the same place.
  public static func == (one: Statement, other: Statement) -> Bool {
    one.content === other.content || one.content.values == other.content.values
  }

  /// Adds what the piece holds to a hash.
  public func hash(into hasher: inout Hasher) { hasher.combine(content.values) }
}
