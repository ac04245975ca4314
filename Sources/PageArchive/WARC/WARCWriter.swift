import Foundation
import RecruitmentModel

/// Appends captures to WARC files, one file after another.
///
/// Every opening of the archive begins a new file, so that no file ever has two writers and what
/// a crash left behind is never written to again.
struct WARCWriter: ~Copyable {
  /// The length at which a new file is begun: one that every tool and file system can still hold.
  static let longestFile = 1 << 30

  private let directory: ArchiveDirectory
  private let program: String
  /// Held as long as the writer lives.
  private let lock: OpenFile
  private var file: OpenFile?
  private var fileName = ""
  private var length = 0
  /// What is written next; its memory is used again, unless it was for far more than usual.
  private var bytes: [UInt8] = []
  private static let mostKept = 4 << 20

  /// Makes the only writer of an archive.
  init(_ directory: ArchiveDirectory, program: String) throws(PageArchiveError) {
    let lock = try OpenFile(directory.lockPath, flags: O_CREAT | O_RDWR)
    guard try lock.lock() else { throw .inUse(directory: directory.path) }
    self.lock = lock
    self.directory = directory
    self.program = program
  }

  /// Writes what entries bring for the files, and returns where the response of each capture lies, once
  /// all has reached the disk.
  ///
  /// One write for all: a process that is killed leaves all of it or, as a rule, nothing.
  mutating func append(_ entries: [ArchiveEntry]) throws(PageArchiveError) -> [RecordPlace?] {
    guard let date = entries.lazy.compactMap(\.dateOfRecord).first else {
      return entries.map { _ in nil }
    }
    if file == nil || length >= Self.longestFile { try beginFile(at: date) }
    if bytes.capacity > Self.mostKept { bytes = [] }
    bytes.removeAll(keepingCapacity: true)
    if length == 0 { information(at: date).write(to: &bytes) }
    let places = entries.map { entry -> RecordPlace? in
      guard let (capture, answer) = entry.record else { return nil }
      let start = bytes.count
      answer.write(to: &bytes)
      let end = bytes.count
      WARCRecord.request(of: capture, answeredBy: answer).write(to: &bytes)
      return RecordPlace(file: fileName, offset: length + start, length: end - start)
    }
    try write()
    return places
  }

  /// Cuts half-written records off the files of earlier writers.
  ///
  /// `known` says how much of each file is known to be whole; the answer says the same of files that
  /// are longer.
  func removeTornTails(known: [String: Int]) throws(PageArchiveError) -> [String: Int] {
    var found: [String: Int] = [:]
    for name in try directory.warcFiles() {
      let file = try OpenFile(directory.file(name), flags: O_RDWR)
      let size = try file.size()
      guard size != known[name] else { continue }
      let whole = try WARCScanner.wholeLength(of: file, from: known[name] ?? 0)
      found[name] = whole
      if whole < size {
        try file.truncate(to: whole)
        try file.synchronize()
      }
    }
    return found
  }

  private mutating func beginFile(at date: Timestamp) throws(PageArchiveError) {
    let stamp = date.description.filter { $0.isLetter || $0.isNumber }
    for number in 1...99_999 {
      let digits = String(number)
      let name =
        "pages-\(stamp)-" + String(repeating: "0", count: 5 - digits.count) + digits + ".warc"
      do {
        file = try OpenFile(directory.file(name), flags: O_CREAT | O_EXCL | O_RDWR)
        fileName = name
        length = 0
        return try directory.synchronize()
      } catch .system(_, _, code: EEXIST) {
        continue
      }
    }
    throw .system(operation: "create", path: directory.path, code: EEXIST)
  }

  private func information(at date: Timestamp) -> WARCRecord {
    WARCRecord.information(fileName: fileName, program: program, date: date)
  }

  private mutating func write() throws(PageArchiveError) {
    do {
      try file?.write(bytes, at: length)
      try file?.synchronize()
    } catch {
      // What was written half is taken back, so that other readers never meet it.
      try? file?.truncate(to: length)
      throw error
    }
    length += bytes.count
  }
}

extension ArchiveEntry {
  /// The record of the answer, with the capture that it is made of; nil where nothing goes into the files.
  fileprivate var record: (Capture, WARCRecord)? {
    switch self {
    case .capture(let capture): (capture, .response(of: capture))
    case .revisit(let capture, let stored): (capture, .revisit(by: capture, of: stored))
    default: nil
    }
  }

  fileprivate var dateOfRecord: Timestamp? {
    switch self {
    case .capture(let capture), .revisit(let capture, _): capture.fetchedAt
    default: nil
    }
  }
}
