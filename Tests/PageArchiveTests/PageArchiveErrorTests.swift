import PageArchive
import Testing

@Suite("An error of the archive") struct PageArchiveErrorTests {
  @Test(
    "says in one line what is wrong and where",
    arguments: [
      (.notFound(directory: "Crawl/archive"), "no archive in Crawl/archive"),
      (.inUse(directory: "x"), "another process is writing to the archive x"),
      (.readOnly(directory: "x"), "the archive x is open for reading only"),
      (.newerFormat(catalogue: "x/c"), "x/c was written by a newer version"),
      (.damaged(file: "x/p.warc", offset: 7), "x/p.warc is damaged at byte 7"),
      (
        .system(operation: "write", path: "x", code: 28), "cannot write x: No space left on device"
      ),
      (.catalogue(message: "locked"), "the catalogue of the archive: locked"),
    ] as [(PageArchiveError, String)])
  func texts(error: PageArchiveError, text: String) {
    #expect(error.description == text)
  }
}
