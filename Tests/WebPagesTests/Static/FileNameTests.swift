import RecruitmentModel
import TestKit
import Testing

@testable import WebPages

@Suite("The names of the files of a site")
struct FileNameTests {
  /// Every control and character of format, and what leads out of a folder, each in an id of its own.
  private static let ids: [String] = {
    let controls = (0...0x10FFFF).compactMap { Unicode.Scalar(UInt32($0)) }.filter {
      switch $0.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }.map { "a\(Character($0))b/practical-training" }
    return controls + [
      "../../etc/passwd", "/etc/passwd", "a/../../b", "..", "a//b", "a\\b", "CON", "a:b", "~/a",
      "-rf/a b", "a/.", "病院/practical-training", "a%2f..%2fb", "a.html\u{0}.js",
    ]
  }()

  @Test("have plain letters only, whatever an id is")
  func plain() throws {
    let programs = Self.ids.map { id in
      var program = SampleRecords.program("mihon", name: "見本大学病院", prefecture: "宮城県", city: "仙台市")
      program.id = id
      return program
    }
    let files = try StaticSite(SampleSite.site(programs + SampleRecords.programs)).files()
    #expect(files.contains { $0.path == "programs/mihon/practical-training.html" })
    for file in files {
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      for part in parts {
        let isPlain = part.utf8.allSatisfy {
          UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
            || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        #expect(isPlain && !part.isEmpty && !part.hasPrefix("."), "\(file.path.debugDescription)")
      }
    }
  }
}
