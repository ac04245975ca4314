/// The version of the program, one for all its binaries.
package enum ProgramVersion {
  package static let current = "0.1.0"
}
