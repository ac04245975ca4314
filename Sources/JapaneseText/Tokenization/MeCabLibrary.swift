import CMeCab

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The functions of MeCab that are used, from the library opened at run time.
struct MeCabLibrary: Sendable {
  typealias NewModel = @convention(c) (UnsafePointer<CChar>?) -> OpaquePointer?
  typealias Make = @convention(c) (OpaquePointer?) -> OpaquePointer?
  typealias Destroy = @convention(c) (OpaquePointer?) -> Void
  typealias SetSentence = @convention(c) (OpaquePointer?, UnsafePointer<CChar>?, Int) -> Void
  typealias Parse = @convention(c) (OpaquePointer?, OpaquePointer?) -> Int32
  typealias FirstNode = @convention(c) (OpaquePointer?) -> UnsafeMutablePointer<mecab_node_t>?
  typealias Reason = @convention(c) (OpaquePointer?) -> UnsafePointer<CChar>?

  let newModel: NewModel
  let destroyModel: Destroy
  let newTagger: Make
  let destroyTagger: Destroy
  let newLattice: Make
  let destroyLattice: Destroy
  let setSentence: SetSentence
  let parse: Parse
  let firstNode: FirstNode
  let reason: Reason

  /// The library; nil where the system has none.
  static let shared = MeCabLibrary()

  private static let names = [
    "libmecab.so.2", "libmecab.2.dylib", "/opt/homebrew/lib/libmecab.dylib",
    "/usr/local/lib/libmecab.dylib",
  ]

  private init?() {
    guard let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
      let newModel = dlsym(library, "mecab_model_new2"),
      let destroyModel = dlsym(library, "mecab_model_destroy"),
      let newTagger = dlsym(library, "mecab_model_new_tagger"),
      let destroyTagger = dlsym(library, "mecab_destroy"),
      let newLattice = dlsym(library, "mecab_model_new_lattice"),
      let destroyLattice = dlsym(library, "mecab_lattice_destroy"),
      let setSentence = dlsym(library, "mecab_lattice_set_sentence2"),
      let parse = dlsym(library, "mecab_parse_lattice"),
      let firstNode = dlsym(library, "mecab_lattice_get_bos_node"),
      let reason = dlsym(library, "mecab_strerror")
    else { return nil }
    self.newModel = unsafeBitCast(newModel, to: NewModel.self)
    self.destroyModel = unsafeBitCast(destroyModel, to: Destroy.self)
    self.newTagger = unsafeBitCast(newTagger, to: Make.self)
    self.destroyTagger = unsafeBitCast(destroyTagger, to: Destroy.self)
    self.newLattice = unsafeBitCast(newLattice, to: Make.self)
    self.destroyLattice = unsafeBitCast(destroyLattice, to: Destroy.self)
    self.setSentence = unsafeBitCast(setSentence, to: SetSentence.self)
    self.parse = unsafeBitCast(parse, to: Parse.self)
    self.firstNode = unsafeBitCast(firstNode, to: FirstNode.self)
    self.reason = unsafeBitCast(reason, to: Reason.self)
  }
}
