import ChangeLog
import RecruitmentModel

/// A search that somebody keeps, and how far its news have been read.
struct Watch: Hashable, Codable {
  /// The name that it is called by.
  let name: String
  /// The words of the query.
  let query: String
  /// How many changes of the log have been read.
  var read: Int
  /// When the last of them was noticed: another log in its place is told by it.
  var lastRead: Timestamp?
  /// The programs that it found when it was last read: what becomes of them concerns it too.
  var ids: [String]

  /// The changes that were not read yet and concern the search.
  ///
  /// Where the log is another one than before, everything as late as what was read last is told once
  /// more: rather twice than never.
  func news(in changes: [Change], found: [String]) -> [Change] {
    let concerned = Set(ids).union(found)
    return unread(in: changes).filter { concerned.contains($0.id) }
  }

  private func unread(in changes: [Change]) -> ArraySlice<Change> {
    guard read > 0 else { return changes[...] }
    if read <= changes.count, changes[read - 1].noticed == lastRead { return changes[read...] }
    guard let lastRead else { return changes[...] }
    return changes.drop { $0.noticed < lastRead }
  }

  /// The search when everything up to now has been read.
  func readThrough(_ changes: [Change], found: [String]) -> Watch {
    var watch = self
    watch.read = changes.count
    watch.lastRead = changes.last?.noticed
    watch.ids = found
    return watch
  }
}
