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

  /// Makes the only writer of an archive.
  init(_ directory: ArchiveDirectory, program: String) throws(PageArchiveError) {
    let lock = try OpenFile(directory.lockPath, flags: O_CREAT | O_RDWR)
    guard try lock.lock() else { throw .inUse(directory: directory.path) }
    self.lock = lock
    self.directory = directory
    self.program = program
  }

  /// Writes a capture and returns where its response lies, once it has reached the disk.
  mutating func append(_ capture: Capture) throws(PageArchiveError) -> RecordPlace {
    if file == nil || length >= Self.longestFile { try beginFile(at: capture.fetchedAt) }
    let start = length == 0 ? information(at: capture.fetchedAt) : []
    let response = WARCRecord.response(of: capture)
    let bytes = response.bytes
    let request = WARCRecord.request(of: capture, answeredBy: response).bytes
    // One write for all: a process that is killed leaves all of it or, as a rule, nothing.
    try write(start + bytes + request)
    return RecordPlace(
      file: fileName, offset: length - request.count - bytes.count, length: bytes.count)
  }

  /// Cuts half-written records off the files of earlier writers.
  ///
  /// `known` gives the end of the last catalogued record of each file: up to there all is well.
  func removeTornTails(known: [String: Int]) throws(PageArchiveError) {
    for name in try directory.warcFiles() {
      let file = try OpenFile(directory.file(name), flags: O_RDWR)
      let size = try file.size()
      let whole = try WARCScanner.wholeLength(of: file, from: known[name] ?? 0)
      if whole < size {
        try file.truncate(to: whole)
        try file.synchronize()
      }
    }
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

  private func information(at date: Timestamp) -> [UInt8] {
    WARCRecord.information(fileName: fileName, program: program, date: date).bytes
  }

  private mutating func write(_ bytes: [UInt8]) throws(PageArchiveError) {
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
