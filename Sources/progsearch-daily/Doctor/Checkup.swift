import ChangeLog
import CommandSupport
import Foundation
import Presentation
import QueryEngine
import RecruitmentModel
import Workflows

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks at what a query, a page and a crawl need.
struct Checkup {
  let index: IndexOptions
  let wording: Wording
  private var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// What was found, in the order in which a new user needs it.
  func findings() -> [Finding] {
    [versions, records, dictionary, archive, pdf, changes, watches, terminal]
  }

  private var versions: Finding {
    let folder = Self.ownFolder
    let names = ["progsearch", "progsearch-daily", "progsearch-pages", "progsearch-web"]
    let missing = names.filter { !FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
    let words = list(["progsearch \(ProgramVersion.current)", folder])
    guard missing.contains("progsearch") || missing.contains("progsearch-pages") else {
      return Finding("version", .good, words)
    }
    return Finding(
      "version", .poor, wording("doctor.missing", words, list(missing)),
      remedy: wording("doctor.version.advice"))
  }

  private var records: Finding {
    let directory = index.directory
    do {
      let search = try index.search()
      let coverage = search.coverage
      let words = wording(
        "doctor.records", directory.path, search.ids.count, coverage.institutions)
      if let silent = coverage.unreachable {
        let names = list(silent.map { wording("aside", $0.id, $0.since) })
        return Finding(
          "index", .poor, wording("doctor.silent", words, names), remedy: "progsearch sources")
      }
      return Finding(
        "index", coverage.withProgram > 0 ? .good : .poor, words,
        remedy: coverage.withProgram > 0 ? "" : "progsearch crawl --contact YOUR-ADDRESS")
    } catch {
      return Finding(
        "index", .bad, Failure(error).message,
        remedy: wording("doctor.index.advice", directory.path))
    }
  }

  private var dictionary: Finding {
    do {
      try DictionaryCheck.run()
      return Finding("dictionary", .good, "MeCab, IPADIC")
    } catch {
      return Finding(
        "dictionary", .bad, Failure(error).message,
        remedy: wording(
          "aside", "apt-get install libmecab2 mecab-ipadic-utf8",
          "macOS: brew install mecab mecab-ipadic"))
    }
  }

  private var archive: Finding {
    let path = Installation().archive
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let count = files.count { $0.contains(".warc") }
    return count > 0
      ? Finding("archive", .good, "\(path): \(count) WARC")
      : Finding(
        "archive", .poor, "\(path): -",
        remedy: wording("doctor.archive.advice"))
  }

  private var pdf: Finding {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { "\($0)/pdftotext" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    return found.map { Finding("pdf", .good, $0) }
      ?? Finding("pdf", .poor, "pdftotext: -", remedy: "apt-get install poppler-utils poppler-data")
  }

  private var changes: Finding {
    do {
      let log = try ChangeFile.log(of: index.directory)
      return Finding(
        "changes", .good,
        list(
          ["\(log.changes.count)"] + (log.changes.last.map { ["\($0.noticed.day())"] } ?? [])))
    } catch {
      return Finding("changes", .poor, Failure(error).message)
    }
  }

  private var watches: Finding {
    let file = WatchFile()
    do {
      return Finding("watches", .good, "\(file.path): \(try file.watches().count)")
    } catch {
      return Finding(
        "watches", .poor, Failure(error).message,
        remedy: wording("doctor.watches.advice", file.path))
    }
  }

  private var terminal: Finding {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first {
      !$0.isEmpty
    }
    let isUTF8 = locale?.uppercased().replacing("-", with: "").contains("UTF8") ?? false
    let links = wording(Terminal.painter.knowsLinks ? "doctor.links" : "doctor.noLinks")
    let words = list([
      wording("doctor.columns", Terminal.width), environment["TERM"] ?? "-", locale ?? "-", links,
    ])
    return Finding(
      "terminal", isUTF8 ? .good : .poor, words,
      remedy: isUTF8 ? "" : wording("doctor.terminal.advice"))
  }

  private func list(_ parts: [String]) -> String {
    parts.joined(separator: wording.language == .japanese ? "、" : ", ")
  }

  private static var ownFolder: String {
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: own).deletingLastPathComponent().path
  }
}
