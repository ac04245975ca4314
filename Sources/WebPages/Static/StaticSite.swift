package import ChangeLog
import Foundation
import Presentation
import QueryEngine
package import RecruitmentModel
package import Workflows

/// The pages as files that any web server can hand out, with a search that runs in the browser.
package struct StaticSite {
  /// A file of the site.
  package struct File: Sendable {
    /// Its path below the site's folder.
    package let path: String
    /// What it holds.
    package let content: String
  }

  /// The most programs of a static site; beyond that, its first page would be too heavy to load.
  package static let mostPrograms = 1000

  let site: WebSite
  let programs: [StaticProgram]

  /// Takes the programs of a site.
  ///
  /// - Parameter site: The site that a server would show.
  /// - Throws: Why its programs cannot be listed; `tooManyPrograms` beyond the limit.
  package init(_ site: WebSite) throws {
    self.site = site
    programs = try StaticProgram.all(of: site)
    guard programs.count <= Self.mostPrograms else {
      throw StaticSiteError.tooManyPrograms(programs.count)
    }
  }

  /// All files: Japanese at the root, the other languages in a folder each.
  package func files() throws -> [File] {
    var files = Assets.files.map {
      File(path: "assets/\($0.name)", content: String(decoding: $0.bytes, as: UTF8.self))
    }
    files.append(
      File(
        path: "assets/site.js",
        content: String(decoding: PackageResources.site_js, as: UTF8.self)))
    files.append(File(path: "assets/search-data.js", content: try StaticSearchData(self).script()))
    for language in WebLanguage.allCases { files += try pages(in: language) }
    return files
  }

  /// Writes all files below a folder, each under a temporary name first; pages of programs that are there no
  /// longer are removed, so that none of them goes on being shown as it was.
  ///
  /// Only what the last export wrote is removed: the folder may hold pages of others.
  package func write(to folder: String) throws {
    let files = try files()
    let earlier = StaticManifest(of: folder).programPages
    try write(files, to: folder)
    let written = Set(files.map(\.path))
    for path in earlier where !written.contains(path) {
      let gone = folder + "/" + path
      if FileManager.default.fileExists(atPath: gone) {
        try FileManager.default.removeItem(atPath: gone)
      }
    }
    try write([StaticManifest.file(of: files)], to: folder)
  }

  private func write(_ files: [File], to folder: String) throws {
    for file in files {
      let path = folder + "/" + file.path
      do {
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(file.content.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw WorkflowError.unwritableFile(
          path: path, reason: (error as NSError).localizedDescription)
      }
    }
  }

  /// Writes the site of an index below a folder, and says how many programs it has.
  ///
  /// - Parameters:
  ///   - search: The index.
  ///   - log: What changed between crawls.
  ///   - today: The day of which statuses hold.
  ///   - folder: The folder; it is made where it is missing.
  /// - Returns: The number of programs.
  /// - Throws: Why the site cannot be made or written.
  package static func export(
    _ search: SearchWorkflow, log: ChangeLog, today: CalendarDay, to folder: String
  ) throws -> Int {
    let site = try StaticSite(WebSite(search: search, log: log, today: today))
    try site.write(to: folder)
    return site.programs.count
  }

  // MARK: Pages

  private func pages(in language: WebLanguage) throws -> [File] {
    let folder = Addresses.folder(of: language)
    func file(_ name: String, _ depth: Int, _ make: (PageContext) throws -> HTML) throws -> File {
      var state = PageState()
      state.language = language
      let addresses = Addresses(depth: depth, isStatic: true, language: language)
      let context = try PageContext(
        state, addresses: addresses, today: site.today, coverage: site.table.coverage)
      return File(path: folder + name, content: HTML.document(try make(context)))
    }
    let own = folder.isEmpty ? 0 : 1
    // Only what has a page of its own can be linked to.
    let paged = Set(programs.filter(\.hasPlainID).map(\.program.id))
    var files = [
      try file("index.html", own) { try searchPage($0) },
      try file("map.html", own) { try mapPage($0) },
      try file("timeline.html", own) { try timeLinePage($0) },
      try file("compare.html", own) { comparePage($0) },
      try file("changes.html", own) {
        ChangesPage(context: $0, changes: site.log.changes, isIndexed: paged.contains).html
      },
    ]
    for program in programs where program.hasPlainID {
      let depth = own + program.program.id.split(separator: "/").count
      files.append(
        try file("programs/\(program.program.id).html", depth) {
          site.programPage(program.program, $0)
        })
    }
    return files
  }

  private func searchPage(_ context: PageContext) throws -> HTML {
    var listing = try site.listing(context.state, 0..<0)
    listing.answer.results = programs.map(\.result)
    listing.answer.total = programs.count
    listing.answer.sure = programs.count
    return SearchPage(context: context, listing: listing, rows: nil, institutionNames: { $0 }).html
  }

  private func mapPage(_ context: PageContext) throws -> HTML {
    let listing = try site.listing(context.state, 0..<0)
    return MapPage(context: context, counts: MapPage.counts(listing, site.table), chips: nil).html
  }

  private func timeLinePage(_ context: PageContext) throws -> HTML {
    let listing = try site.listing(context.state, 0..<Self.mostPrograms)
    return TimeLinePage(context: context, answer: listing.answer, chips: nil).html
  }

  private func comparePage(_ context: PageContext) -> HTML {
    ComparePage(context: context, programs: programs.map(\.program), missing: []).html
  }
}

/// Why there is no static site.
package enum StaticSiteError: Error, Sendable {
  /// There are more programs than a page can hold.
  case tooManyPrograms(Int)
}

/// A program with its place in the index.
struct StaticProgram {
  let document: UInt32
  let result: SearchResult
  let program: Program

  /// Whether the id can be the path of a file: plain letters, digits and dashes between slashes.
  var hasPlainID: Bool { Self.isPlainID(program.id[...]) }

  static func isPlainID(_ id: Substring) -> Bool {
    id.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }
    }
  }

  /// Every program, kind by kind, each kind in the order of a search without words.
  static func all(of site: WebSite) throws -> [StaticProgram] {
    try ProgramKind.allCases.flatMap { kind -> [StaticProgram] in
      var state = PageState()
      state.kind = kind
      let listing = try site.listing(state, 0..<StaticSite.mostPrograms + 1)
      return zip(listing.documents, listing.answer.results).compactMap { document, result in
        result.program.map { StaticProgram(document: document, result: result, program: $0) }
      }
    }
  }
}
