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

  let readMemory: ReadMemory
  let rootElement: RootElement
  let freeDocument: FreeDocument

  /// The library; nil where the system has none.
  static let shared = LibXML2()

  private static let names = ["libxml2.so.2", "libxml2.so.16", "libxml2.2.dylib", "libxml2.dylib"]

  private init?() {
    guard let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
      let read = dlsym(library, "htmlReadMemory"),
      let root = dlsym(library, "xmlDocGetRootElement"), let free = dlsym(library, "xmlFreeDoc")
    else { return nil }
    readMemory = unsafeBitCast(read, to: ReadMemory.self)
    rootElement = unsafeBitCast(root, to: RootElement.self)
    freeDocument = unsafeBitCast(free, to: FreeDocument.self)
  }
}
