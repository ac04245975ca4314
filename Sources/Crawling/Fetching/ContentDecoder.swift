import CZlib

/// Undoes gzip and deflate, within bounds of size and of ratio.
///
/// What browsers read is read: gzip of several members or with bytes behind it, and deflate with or
/// without the header of zlib.
struct ContentDecoder {
  /// The codings that are understood, as header fields name them.
  static let codings: Set = ["gzip", "x-gzip", "deflate"]
  /// Small contents are never worth a suspicion.
  private static let leastSuspicious = 1024 * 1024
  private static let pieceSize = 64 * 1024

  /// The most bytes that may come out.
  let limit: Int
  /// How many times its size a content may unpack to.
  let largestRatio: Int
  /// Whether a content that ends too early, or is too large, is taken as far as it goes.
  let takesParts: Bool

  /// Unpacks a content.
  func decode(_ packed: [UInt8]) throws(FetchFailure) -> [UInt8] {
    guard !packed.isEmpty else { return [] }
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, Self.windowBits(of: packed), ZLIB_VERSION, size) == Z_OK else {
      throw .undecodable(coding: "zlib cannot be started")
    }
    defer { inflateEnd(&stream) }
    let result = packed.withUnsafeBufferPointer { input in
      Result { () throws(FetchFailure) in try inflateAll(input, &stream) }
    }
    return try result.get()
  }

  private func inflateAll(
    _ input: UnsafeBufferPointer<UInt8>, _ stream: inout z_stream
  ) throws(FetchFailure) -> [UInt8] {
    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.avail_in = UInt32(input.count)
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    while true {
      let status = piece.withUnsafeMutableBufferPointer { buffer in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        return inflate(&stream, Z_NO_FLUSH)
      }
      output += piece.prefix(Self.pieceSize - Int(stream.avail_out))
      if output.count > limit {
        guard takesParts else { throw .tooLarge(limit: limit) }
        return Array(output.prefix(limit))
      }
      try check(output.count, from: input.count)
      switch status {
      case Z_STREAM_END:
        guard Self.hasMember(at: stream, of: input), inflateReset(&stream) == Z_OK else {
          return output
        }
      case Z_OK where stream.avail_in > 0 || stream.avail_out == 0: continue
      case Z_OK, Z_BUF_ERROR:
        guard takesParts else { throw .undecodable(coding: "it ends too early") }
        return output
      default: throw .undecodable(coding: "it is damaged, zlib says \(status)")
      }
    }
  }

  private func check(_ count: Int, from packed: Int) throws(FetchFailure) {
    let most = packed.multipliedReportingOverflow(by: largestRatio).partialValue
    if count > max(Self.leastSuspicious, most) {
      throw .undecodable(coding: "more than \(largestRatio) times its size when unpacked")
    }
  }

  /// Whether another member of gzip begins behind the one that has ended; other bytes are passed over.
  private static func hasMember(
    at stream: z_stream, of input: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    input.suffix(Int(stream.avail_in)).starts(with: [0x1F, 0x8B])
  }

  /// What tells zlib which of the three forms comes: gzip and zlib by their header, or neither.
  private static func windowBits(of packed: [UInt8]) -> Int32 {
    guard packed.count >= 2 else { return MAX_WBITS + 32 }
    let isGzip = packed[0] == 0x1F && packed[1] == 0x8B
    let isZlib =
      packed[0] & 0x0F == 8 && (Int(packed[0]) << 8 | Int(packed[1])).isMultiple(of: 31)
    return isGzip || isZlib ? MAX_WBITS + 32 : -MAX_WBITS
  }
}

/// Files that are packed by gzip themselves, whatever their header fields say.
public enum GzipFile {
  private static let largestRatio = 200

  /// What is in a file, of a large one the first `limit` bytes; nil where it is damaged, or unpacks to far more than
  /// it has.
  public static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    func decoded(takesParts: Bool) throws(FetchFailure) -> [UInt8] {
      try ContentDecoder(limit: limit, largestRatio: largestRatio, takesParts: takesParts)
        .decode(bytes)
    }
    do throws(FetchFailure) {
      return try decoded(takesParts: false)
    } catch {
      return if case .tooLarge = error { try? decoded(takesParts: true) } else { nil }
    }
  }
}
