/// Replaces a file in one step: readers see the old bytes or all of the new ones, never a part.
enum FileReplacement {
  /// Writes a temporary file beside `path`, makes it durable, and renames it to `path`.
  ///
  /// Whatever fails, the temporary file is removed and a file at `path` is unchanged.
  static func replace(
    _ path: String, content: (FileSink) throws(SystemError) -> Void
  ) throws(IndexFileError) {
    let temporary = temporaryPath(for: path)
    do throws(SystemError) {
      let file = try Platform.create(temporary)
      do throws(SystemError) {
        try write(content, to: file)
        try Platform.rename(temporary, to: path)
      } catch {
        Platform.remove(temporary)
        throw error
      }
    } catch {
      throw .unwritable(path: path, reason: error)
    }
  }

  private static func write(
    _ content: (FileSink) throws(SystemError) -> Void, to file: Int32
  ) throws(SystemError) {
    do throws(SystemError) {
      try content(FileSink(file: file))
      try Platform.synchronize(file)
    } catch {
      try? Platform.close(file)
      throw error
    }
    try Platform.close(file)
  }

  /// Returns a name in the same directory that no other writer uses.
  private static func temporaryPath(for path: String) -> String {
    let mark = String(UInt32.random(in: .min ... .max), radix: 36)
    return "\(path).\(Platform.processNumber)-\(mark).partial"
  }
}
