#if canImport(Glibc)
  import Glibc
#endif

/// The memory that the C library holds back for later, which a crawl of many hosts need not keep.
///
/// Its functions are looked up, since the module of the library does not name them; where there are none,
/// nothing is done.
enum ProcessMemory {
  /// Keeps few pools of memory: by default there are eight for each core, and each holds some back.
  static func keepFewPools() {
    #if canImport(Glibc)
      guard let function = dlsym(nil, "mallopt") else { return }
      let option = unsafeBitCast(function, to: (@convention(c) (Int32, Int32) -> Int32).self)
      _ = option(arenaMax, 2)
    #endif
  }

  /// Gives back what is free.
  static func giveBack() {
    #if canImport(Glibc)
      guard let function = dlsym(nil, "malloc_trim") else { return }
      _ = unsafeBitCast(function, to: (@convention(c) (Int) -> Int32).self)(0)
    #endif
  }

  /// The name of the option in malloc.h: `M_ARENA_MAX`.
  private static let arenaMax: Int32 = -8
}
