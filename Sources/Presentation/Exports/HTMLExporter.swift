import QueryEngine
package import RecruitmentModel

/// Programs as one HTML file that needs nothing else: no script, no image, no request.
package struct HTMLExporter: ProgramExporter {
  private let text: FactText
  private let today: CalendarDay
  private var wording: Wording { text.wording }

  /// Makes an exporter for the statuses of a day.
  package init(_ wording: Wording, today: CalendarDay) {
    text = FactText(wording)
    self.today = today
  }

  package func head() -> String {
    let title = HTMLText.escaped(wording("export.title", today))
    let heads = SummaryColumn.all.map {
      "<th scope=\"col\">\(HTMLText.escaped(wording($0.headKey)))</th>"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(wording.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(title)</h1>
      <p>\(HTMLText.escaped(wording("legend.unknown")))<br>\(HTMLText.escaped(wording("legend.reported")))</p>
      <div class="wide"><table>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>

      """
  }

  package func piece(_ listed: ListedProgram) -> String {
    let cells = SummaryColumn.all.enumerated().map { place, column in
      let cell = HTMLText.escaped(column.text(listed, text))
      return place == 0
        ? "<th scope=\"row\"><a href=\"#\(Self.anchor(listed.program.id))\">\(cell)</a></th>"
        : "<td>\(cell)</td>"
    }
    return "<tr class=\"\(listed.status.rawValue)\">\(cells.joined())</tr>\n"
  }

  package func middle() -> String { "</tbody>\n</table></div>\n" }

  package func foot() -> String { "</body>\n</html>\n" }

  // MARK: One program

  package func section(_ listed: ListedProgram) -> String {
    let program = listed.program
    let status = wording("status.\(listed.status.rawValue)")
    let facts = ExportedFact.all(of: program, text).map { item($0, program) }
    let others = program.listed.map { evidence in
      "<dt>\(HTMLText.escaped(wording("listed")))</dt>\n<dd>"
        + proof(ExportedFact.Proof(.elsewhere(evidence), in: program)) + "</dd>\n"
    }
    let unknown = FactName.asked(of: program.kind).filter {
      program.facts.provenance(of: $0) == nil
    }
    .map { wording("fact.\($0.rawValue)") }
    let open =
      unknown.isEmpty
      ? "" : "<dt>\(wording("unknown"))</dt>\n<dd>\(HTMLText.escaped(text.list(unknown)))</dd>\n"
    return """
      <section id="\(Self.anchor(program.id))">
      <h2>\(HTMLText.escaped(text.name(of: program)))</h2>
      <p>\(HTMLText.escaped(program.title)) · <code>\(HTMLText.escaped(program.id))</code> · \
      \(wording("kind.\(program.kind.rawValue)")) · \(wording("column.status")): \(status) (\(today))</p>
      <dl>
      \(facts.joined())\(others.joined())\(open)</dl>
      </section>

      """
  }

  private func item(_ fact: ExportedFact, _ program: Program) -> String {
    var html =
      "<dt>\(HTMLText.escaped(wording("fact.\(fact.name.rawValue)")))</dt>\n<dd>"
      + "<span class=\"value\">\(HTMLText.escaped(fact.value))</span> "
      + "<small>\(HTMLText.escaped(text.strength(fact.basis, fact.asOf)))</small>"
    html += fact.proofs.map(proof).joined()
    for conflict in fact.conflicts {
      let basis = wording("basis.\(conflict.basis.rawValue)")
      html +=
        "<p>≠ \(HTMLText.escaped(conflict.text)) <small>\(HTMLText.escaped(basis))</small></p>"
      html += conflict.evidence.map { proof(ExportedFact.Proof($0, in: program)) }.joined()
    }
    return html + "</dd>\n"
  }

  private func proof(_ proof: ExportedFact.Proof) -> String {
    let words = HTMLText.escaped(proof.words)
    var html = HTMLText.link(
      proof.isQuotation ? "<q lang=\"ja\">\(words)</q>" : words, to: proof.link)
    if let seen = proof.seen {
      html += " <small>\(HTMLText.escaped(wording("seen", seen)))</small>"
    }
    if let note = proof.note {
      html += " <small>\(HTMLText.escaped(wording("note", note)))</small>"
    }
    return "<p class=\"evidence\">\(html)</p>"
  }

  /// A name for a place in the document, made of what ids may hold.
  private static func anchor(_ id: String) -> String {
    "p-"
      + id.utf8.map { byte in
        let scalar = UnicodeScalar(byte)
        return scalar.properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
          ? String(scalar) : "-\(String(byte, radix: 16))-"
      }.joined()
  }

  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  private static let style = """
    :root{color-scheme:light dark}
    body{font:16px/1.6 system-ui,sans-serif;max-width:75rem;margin:0 auto;padding:1rem}
    .wide{overflow-x:auto}table{border-collapse:collapse}
    th,td{border-bottom:1px solid #8888;padding:.4rem .6rem;text-align:left;vertical-align:top}
    tr.open th,tr.rolling th{border-left:.3rem solid #2a7f3f}
    tr.closed th:first-child,tr.not-accepting th:first-child{border-left:.3rem solid #b3261e}
    dt{font-weight:600;margin-top:.6rem}dd{margin-left:1.2rem}.evidence{margin:.2rem 0 .2rem 1rem}
    section{border-top:1px solid #8888;margin-top:1.5rem}small{opacity:.8}
    """
}
