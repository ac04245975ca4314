import QueryEngine
import RecruitmentModel

/// The prefectures as tiles: how many programs are open, known and not open, or not known to be open.
struct MapPage {
  /// What a tile counts.
  struct Count: Hashable, Sendable {
    var open = 0
    var notOpen = 0
    var unknown = 0
    var sum: Int { open + notOpen + unknown }

    /// The strongest thing that can be said; the drawing and its text both follow it.
    var look: Look {
      open > 0 ? .open : notOpen > 0 ? .known : unknown > 0 ? .unknown : .none
    }
  }

  enum Look: String, CaseIterable {
    case open
    case known
    case unknown
    case none
  }

  private static let width = 72.0
  private static let height = 52.0
  private static let gap = 4.0
  /// Room for the thick lines of the outermost tiles.
  private static let margin = 3.0
  private static let columns = 13.0
  private static let rows = 12.0

  let context: PageContext
  /// The counts by prefecture.
  let counts: [String: Count]
  /// What was understood of the query that narrows the map.
  let chips: QueryChips?
  private var words: WebWording { context.words }

  /// Counts the programs of a list by prefecture.
  static func counts(_ listing: Listing, _ table: FacetTable) -> [String: Count] {
    table.counts(of: listing, .place, by: .status).mapValues { numbers in
      numbers.reduce(into: Count()) { count, each in
        switch ProgramStatus(rawValue: each.key) {
        case .open, .rolling: count.open += each.value
        case .unknown, nil: count.unknown += each.value
        case .upcoming, .closed, .notAccepting: count.notOpen += each.value
        }
      }
    }
  }

  var html: HTML {
    PageFrame(context: context).page(title: words("map.title"), section: .map, path: ["map"]) {
      element(.h1) { words.html("map.title") }
      SearchPage.form(context, target: context.addresses.map(nil))
      chips?.html
      element(.p) { words.html("map.note") }
      legend
      element(.div, .class("scroll east"), .role("region"), .label(words("map.title")), .focusable)
      {
        drawing
      }
      if let unplaced = counts[Facet.unknown], unplaced.sum > 0 {
        element(.p) {
          element(.a, .href(link(Facet.unknown))) { words("map.unplaced", unplaced.sum) }
        }
      }
      element(.details) {
        element(.summary) { words.html("map.table") }
        table
      }
    }
  }

  private func link(_ prefecture: String) -> Link {
    context.addresses.search(
      context.state.changing {
        $0.wanted[.place] = [prefecture]
      })
  }

  private var legend: HTML {
    element(.ul, .class("legend"), .label(words("map.legend"))) {
      for look in Look.allCases {
        element(.li, .class(look.rawValue)) {
          words(look == .none ? none("map.none") : "map.\(look.rawValue)")
        }
      }
    }
  }

  /// The words for a prefecture without a program: under a search it may well have some that do not fit.
  private func none(_ key: String) -> String { context.isNarrowed ? key + ".fitting" : key }

  // MARK: Drawing

  private var drawing: HTML {
    let right = Self.columns * (Self.width + Self.gap) + 2 * Self.margin
    let bottom = Self.rows * (Self.height + Self.gap) + 2 * Self.margin
    return element(
      .svg, .class("map"), .viewBox(Int(right), Int(bottom)), .role("group"),
      .label(words("map.title"))
    ) {
      element(.defs) { hatching }
      for tile in TileGrid.shared.tiles { self.tile(tile) }
    }
  }

  /// Lines aslant: what is not known is told by them without any colour.
  private var hatching: HTML {
    element(
      .pattern, .id("hatching"), .number("width", 7), .number("height", 7),
      .drawing("patternUnits", "userSpaceOnUse"), .drawing("patternTransform", "rotate(45)")
    ) {
      element(.rect, .class("hatchground"), .number("width", 7), .number("height", 7))
      element(.rect, .class("hatchline"), .number("width", 2), .number("height", 7))
    }
  }

  private func tile(_ tile: TileGrid.Tile) -> HTML {
    let count = counts[tile.name] ?? Count()
    let x = Double(tile.column) * (Self.width + Self.gap) + Self.margin
    let y = Double(tile.row) * (Self.height + Self.gap) + Self.margin
    let name = TileGrid.shared.name(of: tile.name, in: context.state.language)
    let box: [Attribute] = [
      .number("x", x), .number("y", y), .number("width", Self.width),
      .number("height", Self.height), .number("rx", 6),
    ]
    return element(
      .a, .href(link(tile.name)), .class("tile \(count.look.rawValue)"),
      .label(sentence(name, count))
    ) {
      element(
        .rect, list: box + (count.look == .unknown ? [.drawing("fill", "url(#hatching)")] : []))
      label(tile.label(context.state.language), "place", x, y + 21)
      label(figures(count), "figures", x, y + 41)
    }
  }

  private func label(_ text: String, _ style: String, _ x: Double, _ y: Double) -> HTML {
    // A long name is drawn narrower, so that it stays in its tile.
    let isLong = text.unicodeScalars.allSatisfy(\.isASCII) ? text.count > 6 : text.count > 4
    return element(
      .text, .class(isLong ? "\(style) long" : style), .number("x", x + Self.width / 2),
      .number("y", y), .drawing("text-anchor", "middle"), .hidden
    ) { text }
  }

  private func figures(_ count: Count) -> String {
    guard count.sum > 0 else { return "–" }
    return [("●", count.open), ("○", count.notOpen), ("?", count.unknown)]
      .filter { $0.1 > 0 }.map { $0.0 + Self.short($0.1) }.joined(separator: " ")
  }

  /// A number that fits into a tile: 1234 as 1k.
  private static func short(_ number: Int) -> String {
    number < 1000 ? "\(number)" : "\(number / 1000)k"
  }

  private func sentence(_ name: String, _ count: Count) -> String {
    count.sum == 0
      ? words(none("map.tile.none"), name)
      : words("map.tile", name, count.open, count.notOpen, count.unknown)
  }

  // MARK: Table

  private var table: HTML {
    element(.table, .class("plain")) {
      element(.thead) {
        element(.tr) {
          element(.th, .scope("col")) { words.html("column.prefecture") }
          for look in [Look.open, .known, .unknown] {
            element(.th, .scope("col")) { words("map.\(look.rawValue)") }
          }
        }
      }
      element(.tbody) {
        for tile in TileGrid.shared.tiles {
          if let count = counts[tile.name] { row(tile.name, count) }
        }
      }
    }
  }

  private func row(_ prefecture: String, _ count: Count) -> HTML {
    element(.tr) {
      element(.th, .scope("row")) {
        element(.a, .href(link(prefecture))) { context.choice(prefecture, of: .place) }
      }
      for number in [count.open, count.notOpen, count.unknown] {
        element(.td) { "\(number)" }
      }
    }
  }
}
