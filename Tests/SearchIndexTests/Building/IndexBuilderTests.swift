import SearchIndex
import Testing

@Suite("Index builder")
struct IndexBuilderTests {
  /// A document that is refused, and why.
  struct Refusal: CustomTestStringConvertible {
    let document: IndexDocument
    let error: IndexBuildError
    var testDescription: String { "\(error)" }
  }

  static let refusals = [
    Refusal(document: .init(texts: ["x": .init(tokens: [])]), error: .unknownTextField("x")),
    Refusal(document: .init(integers: ["region": []]), error: .unknownIntegerColumn("region")),
    Refusal(document: .init(keywords: ["fee": []]), error: .unknownKeywordColumn("fee")),
    Refusal(
      document: .init(
        texts: [
          "body": .init(tokens: [
            .init("fine", at: 0), .init(String(repeating: "a", count: 65_537), at: 1),
          ])
        ]),
      error: .termTooLong(found: 65_537, limit: 65_536)),
  ]

  @Test("leaves out a document that it refuses as a whole", arguments: refusals)
  func refusesDocuments(refusal: Refusal) throws {
    let good = IndexDocument(texts: ["body": .init(tokens: [.init("good", at: 0)])])
    var builder = IndexBuilder(schema: try Collection.schema(), formatTag: "")
    try builder.add(good)
    var thrown: IndexBuildError?
    do throws(IndexBuildError) { try builder.add(refusal.document) } catch { thrown = error }
    #expect(thrown == refusal.error)
    let number = try builder.add(good)
    #expect(number == 1)
    let index = try InvertedIndex(bytes: builder.serialized())
    #expect(index.termCount == 1)
    #expect(index.postings(of: "good")?.rest == [0, 1])
  }

  @Test("keeps of terms without places how often they stand in each field", arguments: 1...4)
  func keepsNoPlaces(seed: UInt64) throws {
    let collection = try Collection(seed: seed, count: 300)
    let bare = Collection.name(1)
    var builder = IndexBuilder(schema: try Collection.schema(), formatTag: "") {
      !$0.elementsEqual(bare.utf8)
    }
    for document in collection.documents { try builder.add(document) }
    let index = try InvertedIndex(bytes: builder.serialized())
    try index.check()
    var cursor = try #require(index.postings(of: bare))
    var whole = try #require(collection.index.postings(of: bare))
    #expect(cursor.rest == whole.rest)
    while !cursor.isAtEnd {
      for field in Collection.fields.indices {
        #expect(cursor.frequency(of: field) == whole.frequency(of: field))
        #expect(Array(cursor.positions(of: field)).isEmpty)
      }
      cursor.advance()
      whole.advance()
    }
    #expect(index.phrase([(bare, 0), (Collection.name(0), 1)])?.rest == [])
    #expect(
      index.phrase([(Collection.name(2), 0), (Collection.name(0), 1)])?.rest
        == collection.index.phrase([(Collection.name(2), 0), (Collection.name(0), 1)])?.rest)
  }

  @Test("gives the same bytes for the same documents")
  func isDeterministic() throws {
    let collection = try Collection(seed: 6, count: 80)
    #expect(try Collection(collection.documents).bytes == collection.bytes)
  }

  @Test("gives the same bytes on all cores")
  func isTheSameOnAllCores() throws {
    let documents = try Collection(seed: 9, count: 3000, terms: 200, length: 60).documents
    var builder = try Collection.builder(documents)
    let (alone, together) = (builder.serialized(), builder.serialized(isParallel: true))
    #expect(alone == together)
  }

  @Test("takes tokens in any order of position")
  func takesAnyOrder() throws {
    let collection = try Collection(seed: 7, count: 80)
    var random = SeededGenerator(seed: 7)
    let shuffled = collection.documents.map { document in
      var document = document
      for (name, text) in document.texts {
        document.texts[name]?.tokens = text.tokens.shuffled(using: &random)
      }
      return document
    }
    let index = try Collection(shuffled).index
    for term in (0..<12).map(Collection.name) {
      #expect(index.postings(of: term)?.rest ?? [] == collection.documents(with: term))
    }
  }

  @Test("goes on after writing", arguments: [1, 3, 20])
  func goesOn(step: Int) throws {
    let documents = try Collection(seed: 8, count: 40).documents
    var builder = try Collection.builder([])
    for (place, document) in documents.enumerated() {
      try builder.add(document)
      if place % step == 0 { _ = builder.serialized() }
    }
    let (bytes, whole) = (builder.serialized(), try Collection(documents).bytes)
    #expect(bytes == whole)
  }

  @Test("puts tokens away before there are too many")
  func putsTokensAway() throws {
    // Enough for one round and a part of the next.
    let tokens = (0..<10_000).map { IndexDocument.Token("語\($0 % 7)", at: UInt32($0)) }
    let places = (0..<10_000 as Range<UInt32>).filter { $0 % 7 == 3 }
    let document = IndexDocument(texts: ["body": .init(tokens: tokens)])
    var builder = IndexBuilder(schema: try Collection.schema(), formatTag: "")
    for _ in 0..<60 { try builder.add(document) }
    let index = try InvertedIndex(bytes: builder.serialized())
    try index.check()
    var cursor = try #require(index.postings(of: "語3"))
    #expect(cursor.rest == (0..<60).map { DocumentNumber($0) })
    while !cursor.isAtEnd {
      #expect(Array(cursor.positions(of: 1)) == places)
      cursor.advance()
    }
  }

  @Test("makes an index of nothing that answers nothing")
  func takesNothing() throws {
    let schema = try IndexSchema(textFields: [])
    var builder = IndexBuilder(schema: schema, formatTag: "")
    let index = try InvertedIndex(bytes: builder.serialized())
    #expect(index.documentCount == 0)
    #expect(index.terms().isAtEnd)
    #expect(index.terms(withPrefix: "", limit: 5).isEmpty)
    #expect(index.term("")?.text == nil)
  }
}
