import Foundation

/// What is measured of the process, its files and its times.
enum Measures {
  /// A number of `/proc/self/status`, in kilobytes; 0 where the system has none.
  static func status(_ key: String) -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(key + ":") }
    return line.flatMap { line in
      line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
    }
      ?? 0
  }

  /// What the files of a folder take on the disk.
  static func bytesOnDisk(_ folder: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { sum, name in
      var status = stat()
      return stat(folder + "/" + name, &status) == 0 ? sum + Int(status.st_blocks) * 512 : sum
    }
  }
}

/// Percentiles of times, by nearest rank.
struct Percentiles: Encodable {
  /// The same over one time a query.
  struct Steady: Encodable {
    let n: Int
    let p50: Double
    let p95: Double
    let p99: Double
    let mean: Double

    enum CodingKeys: String, CodingKey {
      case n
      case p50 = "p50_us"
      case p95 = "p95_us"
      case p99 = "p99_us"
      case mean = "mean_us"
    }

    /// Takes times in nanoseconds.
    init(_ times: [Int]) {
      let sorted = times.sorted()
      func at(_ share: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return Self.rounded(Double(sorted[min(max(rank, 1), sorted.count) - 1]) / 1000)
      }
      n = sorted.count
      p50 = at(0.50)
      p95 = at(0.95)
      p99 = at(0.99)
      mean = sorted.isEmpty ? 0 : Self.rounded(Double(sorted.reduce(0, +)) / Double(n) / 1000)
    }

    private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }
  }

  let all: Steady
  let steady: Steady
  let qps: Double

  enum CodingKeys: String, CodingKey {
    case qps
    case steady
  }

  /// Takes the times of each query, a time a round.
  init(_ times: [[Int]]) {
    let flat = times.flatMap(\.self)
    all = Steady(flat)
    steady = Steady(times.filter { !$0.isEmpty }.map { $0.sorted()[$0.count / 2] })
    qps = (1e9 * Double(flat.count) / Double(max(flat.reduce(0, +), 1)) * 10).rounded() / 10
  }

  func encode(to encoder: any Encoder) throws {
    try all.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(qps, forKey: .qps)
    try container.encode(steady, forKey: .steady)
  }
}
