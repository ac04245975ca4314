/// The published JSON Schema of a record.
package enum RecordSchema {
  /// The schema, as Documentation/program.schema.json has it.
  package static var text: String {
    String(decoding: PackageResources.program_schema_json, as: UTF8.self)
  }
}
