import Foundation
public import SourceRegistry

/// Reads the files under `Crawl` that people edit.
public enum SourceFiles {
  /// The source list of a file; nil where it need not exist and does not.
  public static func sources(
    at path: String, mustExist: Bool = true
  ) throws(WorkflowError) -> SourceList? {
    if !mustExist, !FileManager.default.fileExists(atPath: path) { return nil }
    let text = String(
      decoding: try RecordFile.bytes(at: path, purpose: "source list"), as: UTF8.self)
    do throws(SourceListError) {
      return try SourceList(yaml: text, file: path)
    } catch { throw .badSourceList("\(error)") }
  }

  /// The examinations and pathways known from elsewhere: `route.yaml` beside the source list, if it is there.
  public static func route(besideSourcesAt path: String) throws(WorkflowError) -> RouteRecords {
    let file = (path as NSString).deletingLastPathComponent + "/route.yaml"
    guard FileManager.default.fileExists(atPath: file) else { return RouteRecords() }
    let text = String(
      decoding: try RecordFile.bytes(at: file, purpose: "examinations and pathways"), as: UTF8.self)
    do throws(SourceListError) {
      return try RouteRecords(yaml: text, file: file)
    } catch { throw .badSourceList("\(error)") }
  }

  /// The statements known from elsewhere: `reported.yaml` beside the source list, if it is there.
  public static func statements(
    besideSourcesAt path: String, of sources: SourceList
  ) throws(WorkflowError) -> ReportedStatements {
    let file = (path as NSString).deletingLastPathComponent + "/reported.yaml"
    guard FileManager.default.fileExists(atPath: file) else { return ReportedStatements() }
    let text = String(
      decoding: try RecordFile.bytes(at: file, purpose: "reported statements"), as: UTF8.self)
    do throws(SourceListError) {
      return try ReportedStatements(yaml: text, file: file, sources: sources)
    } catch { throw .badSourceList("\(error)") }
  }
}
