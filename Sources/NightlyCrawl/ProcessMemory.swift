#if canImport(Glibc)
  import Glibc
#endif

/// The memory that the C library holds back for later, which a crawl of many hosts need not keep.
///
/// Its functions are looked up, since the module of the library does not name them; where there are none,
/// nothing is done.
enum ProcessMemory {
  /// Keeps few pools of memory: by default there are eight for each core, and each holds some back.
  static func keepFewPools() { setOption(arenaMax, 2) }

  /// Gives back what is free, and from now on large pieces as soon as they are.
  ///
  /// While pages come this would cost more than it gives: their pieces are used again at once.
  static func giveBack() {
    setOption(mmapThreshold, 128 << 10)
    #if canImport(Glibc)
      guard let function = dlsym(nil, "malloc_trim") else { return }
      _ = unsafeBitCast(function, to: (@convention(c) (Int) -> Int32).self)(0)
    #endif
  }

  private static func setOption(_ name: Int32, _ value: Int32) {
    #if canImport(Glibc)
      guard let function = dlsym(nil, "mallopt") else { return }
      _ = unsafeBitCast(function, to: (@convention(c) (Int32, Int32) -> Int32).self)(name, value)
    #endif
  }

  /// The options' names in malloc.h: `M_ARENA_MAX` and `M_MMAP_THRESHOLD`.
  private static let (arenaMax, mmapThreshold): (Int32, Int32) = (-8, -3)
}
