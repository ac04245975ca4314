/// Why a use case cannot be carried out; one case a kind of mistake, worded elsewhere.
public enum WorkflowError: Error, Sendable {
  /// A file or folder is not there.
  case missingFile(path: String, purpose: String)
  /// A file cannot be read.
  case unreadableFile(path: String, reason: String)
  /// A file cannot be written.
  case unwritableFile(path: String, reason: String)
  /// A line of records is wrong.
  case badRecord(file: String, line: Int, key: String, reason: String)
  /// A source list is wrong; the description names file, line and remedy.
  case badSourceList(String)
  /// No index lies in the folder.
  case missingIndex(directory: String)
  /// The index file is damaged.
  case damagedIndex(path: String, reason: String)
  /// The dictionary is missing or unusable.
  case dictionary(String)
  /// No record has the id.
  case unknownID(String, nearest: [String])
  /// A source id is not on the list.
  case unknownSource(String, nearest: [String])
  /// Something that comes with the program is wrong.
  case fault(String)
}
