import Dispatch
import PageArchive

/// Hands what a crawl keeps to the archive: what comes while one batch is written goes with the next, so
/// that a sync of the disk and a transaction serve all who wait for them.
actor ArchiveQueue {
  /// What somebody who waits is told.
  private enum Word {
    /// The entries were written, or could not be.
    case written(Result<Void, PageArchiveError>)
    /// Write the next batch, for all who wait.
    case turn
  }

  private let archive: PageArchive
  /// Writing blocks, which no thread of a task may be for long.
  private let thread = DispatchQueue(label: "archive")
  private var pending: [ArchiveEntry] = []
  private var waiting: [CheckedContinuation<Word, Never>] = []
  private var isWriting = false

  /// Makes the queue of an archive.
  init(_ archive: PageArchive) {
    self.archive = archive
  }

  /// Has an entry written with the next batch, and does not wait for that.
  func note(_ entry: ArchiveEntry) { pending.append(entry) }

  /// Returns when an entry, and all before it, has been written.
  func keep(_ entry: ArchiveEntry) async throws(PageArchiveError) {
    pending.append(entry)
    try await flush()
  }

  /// Returns when all entries have been written.
  func flush() async throws(PageArchiveError) {
    if isWriting, case .written(let result) = await withCheckedContinuation({ waiting.append($0) })
    {
      return try result.get()
    }
    isWriting = true
    let (batch, followers) = (pending, waiting)
    (pending, waiting) = ([], [])
    let result = await write(batch)
    for follower in followers { follower.resume(returning: .written(result)) }
    if waiting.isEmpty { isWriting = false } else { waiting.removeFirst().resume(returning: .turn) }
    try result.get()
  }

  private func write(_ batch: [ArchiveEntry]) async -> Result<Void, PageArchiveError> {
    guard !batch.isEmpty else { return .success(()) }
    return await withCheckedContinuation { continuation in
      thread.async { [archive] in
        continuation.resume(
          returning: Result { () throws(PageArchiveError) in try archive.keep(batch) })
      }
    }
  }
}
