import CLibXML2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The functions of libxml2 that are used, from the library opened at run time.
struct LibXML2: Sendable {
  typealias InitParser = @convention(c) () -> Void
  typealias NewContext = @convention(c) () -> htmlParserCtxtPtr?
  typealias FreeContext = @convention(c) (htmlParserCtxtPtr?) -> Void
  typealias ReadMemory =
    @convention(c) (
      htmlParserCtxtPtr?, UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?,
      UnsafePointer<CChar>?, Int32
    ) -> htmlDocPtr?
  typealias EndElement = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?) -> Void
  typealias RootElement = @convention(c) (xmlDocPtr?) -> xmlNodePtr?
  typealias FreeDocument = @convention(c) (xmlDocPtr?) -> Void
  typealias FreeNodes = @convention(c) (xmlNodePtr?) -> Void
  typealias FreeAttributes = @convention(c) (xmlAttrPtr?) -> Void
  typealias LookUpEntity =
    @convention(c) (UnsafePointer<UInt8>?) -> UnsafePointer<htmlEntityDesc>?

  let newContext: NewContext
  let freeContext: FreeContext
  let readMemory: ReadMemory
  let endElement: EndElement
  let rootElement: RootElement
  let freeDocument: FreeDocument
  let freeNodes: FreeNodes
  let freeAttributes: FreeAttributes
  let lookUpEntity: LookUpEntity

  /// The library; nil where the system has none.
  static let shared = LibXML2()

  private static let names = ["libxml2.so.2", "libxml2.so.16", "libxml2.2.dylib", "libxml2.dylib"]

  private init?() {
    guard let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
      let start = dlsym(library, "xmlInitParser"), let new = dlsym(library, "htmlNewParserCtxt"),
      let freeContext = dlsym(library, "htmlFreeParserCtxt"),
      let read = dlsym(library, "htmlCtxtReadMemory"),
      let end = dlsym(library, "xmlSAX2EndElement"),
      let root = dlsym(library, "xmlDocGetRootElement"), let free = dlsym(library, "xmlFreeDoc"),
      let freeNodes = dlsym(library, "xmlFreeNodeList"),
      let freeAttributes = dlsym(library, "xmlFreePropList"),
      let entity = dlsym(library, "htmlEntityLookup")
    else { return nil }
    // Before any thread parses: two that began at once left the library's locks half made, and waited for ever.
    unsafeBitCast(start, to: InitParser.self)()
    newContext = unsafeBitCast(new, to: NewContext.self)
    self.freeContext = unsafeBitCast(freeContext, to: FreeContext.self)
    readMemory = unsafeBitCast(read, to: ReadMemory.self)
    endElement = unsafeBitCast(end, to: EndElement.self)
    rootElement = unsafeBitCast(root, to: RootElement.self)
    freeDocument = unsafeBitCast(free, to: FreeDocument.self)
    self.freeNodes = unsafeBitCast(freeNodes, to: FreeNodes.self)
    self.freeAttributes = unsafeBitCast(freeAttributes, to: FreeAttributes.self)
    lookUpEntity = unsafeBitCast(entity, to: LookUpEntity.self)
  }

  /// The character that a name such as `yen` stands for in HTML.
  func character(named name: String) -> Unicode.Scalar? {
    lookUpEntity(Array(name.utf8) + [0]).flatMap { Unicode.Scalar($0.pointee.value) }
  }
}
