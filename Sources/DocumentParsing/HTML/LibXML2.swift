import CLibXML2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The functions of libxml2 that are used, from the library opened at run time.
struct LibXML2: Sendable {
  typealias ReadMemory =
    @convention(c) (
      UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int32
    ) -> htmlDocPtr?
  typealias RootElement = @convention(c) (xmlDocPtr?) -> xmlNodePtr?
  typealias FreeDocument = @convention(c) (xmlDocPtr?) -> Void
  typealias LookUpEntity =
    @convention(c) (UnsafePointer<UInt8>?) -> UnsafePointer<htmlEntityDesc>?

  let readMemory: ReadMemory
  let rootElement: RootElement
  let freeDocument: FreeDocument
  let lookUpEntity: LookUpEntity

  /// The library; nil where the system has none.
  static let shared = LibXML2()

  private static let names = ["libxml2.so.2", "libxml2.so.16", "libxml2.2.dylib", "libxml2.dylib"]

  private init?() {
    guard let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
      let read = dlsym(library, "htmlReadMemory"),
      let root = dlsym(library, "xmlDocGetRootElement"), let free = dlsym(library, "xmlFreeDoc"),
      let entity = dlsym(library, "htmlEntityLookup")
    else { return nil }
    readMemory = unsafeBitCast(read, to: ReadMemory.self)
    rootElement = unsafeBitCast(root, to: RootElement.self)
    freeDocument = unsafeBitCast(free, to: FreeDocument.self)
    lookUpEntity = unsafeBitCast(entity, to: LookUpEntity.self)
  }

  /// The character that a name such as `yen` stands for in HTML.
  func character(named name: String) -> Unicode.Scalar? {
    lookUpEntity(Array(name.utf8) + [0]).flatMap { Unicode.Scalar($0.pointee.value) }
  }
}
