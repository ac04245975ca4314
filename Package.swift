// swift-tools-version: 6.3
import PackageDescription

/// One set of rules for every target: Swift 6, imports that show what leaks, warnings as errors.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
  // Functions of one target are specialised and inlined in another: readers ask the same few types all the time.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  // Where Debian keeps the headers of libxml2, whose library is opened at run time.
  .unsafeFlags(["-Xcc", "-I/usr/include/libxml2"], .when(platforms: [.linux])),
]

/// What the tests read and search thousands of times is optimised for them too: they take a sixth of the time.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A library target; `resources` says that it has tables in its `Resources` folder.
func library(
  _ name: String, uses targets: [String] = [], products: [Target.Dependency] = [],
  resources: Bool = false
) -> Target {
  .target(
    name: name, dependencies: targets.map { .byName(name: $0) } + products,
    resources: resources ? [.embedInCode("Resources")] : [], swiftSettings: settings + optimized)
}

/// The tests of one target, under the same name with `Tests` behind it.
func tests(of name: String, uses targets: [String] = [], fixtures: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestKit"] + targets).map { .byName(name: $0) }, exclude: fixtures,
    swiftSettings: settings)
}

let package = Package(
  name: "progsearch",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "progsearch", targets: ["progsearch"]),
    .executable(name: "progsearch-pages", targets: ["progsearch-pages"]),
    .executable(name: "progsearch-daily", targets: ["progsearch-daily"]),
    .executable(name: "progsearch-web", targets: ["progsearch-web"]),
    .executable(name: "progsearch-bench", targets: ["progsearch-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // Layer 0: values, tables, C libraries.
    library("RecruitmentModel"),
    library("ResourceTables"),
    library("MarkedYAML", products: [.product(name: "Yams", package: "Yams")]),
    .systemLibrary(
      name: "CLibXML2", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CMeCab", providers: [.apt(["libmecab-dev", "mecab-ipadic-utf8"]), .brew(["mecab"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    // Layer 1: Japanese, storage.
    library("JapaneseText", uses: ["CMeCab", "ResourceTables"], resources: true),
    library("SearchIndex"),
    library("ChangeLog", uses: ["RecruitmentModel"]),
    library("SourceRegistry", uses: ["MarkedYAML", "RecruitmentModel"]),
    library("ApplicantProfile", uses: ["MarkedYAML", "RecruitmentModel"]),
    library(
      "PageArchive", uses: ["RecruitmentModel"],
      products: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),

    // Layer 2: pages, words, the network.
    library(
      "DocumentParsing", uses: ["CLibXML2", "JapaneseText", "ResourceTables"],
      products: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(
          name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
      ], resources: true),
    library(
      "DomainLexicon", uses: ["JapaneseText", "RecruitmentModel", "ResourceTables"],
      resources: true),
    library(
      "Crawling", uses: ["CZlib", "PageArchive", "RecruitmentModel"],
      products: [
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),

    // Layer 3: pages to facts, words to answers.
    library(
      "FactExtraction",
      uses: ["DocumentParsing", "DomainLexicon", "JapaneseText", "RecruitmentModel"]),
    library(
      "QueryEngine", uses: ["DomainLexicon", "JapaneseText", "RecruitmentModel", "SearchIndex"]),

    // Layer 4: use cases of the index, output.
    library(
      "Workflows",
      uses: [
        "ChangeLog", "DomainLexicon", "JapaneseText", "QueryEngine", "RecruitmentModel",
        "ResourceTables", "SourceRegistry",
      ]),
    library(
      "RoutePlanning",
      uses: [
        "ApplicantProfile", "JapaneseText", "QueryEngine", "RecruitmentModel", "ResourceTables",
      ], resources: true),
    library(
      "Presentation", uses: ["ChangeLog", "QueryEngine", "RecruitmentModel", "ResourceTables"],
      resources: true),

    // Layer 5: use cases of pages, what all commands share.
    library(
      "PageWorkflows",
      uses: [
        "DocumentParsing", "DomainLexicon", "FactExtraction", "JapaneseText", "PageArchive",
        "RecruitmentModel", "ResourceTables", "SourceRegistry", "Workflows",
      ]),
    library(
      "RoutePresentation",
      uses: [
        "ApplicantProfile", "Presentation", "QueryEngine", "RecruitmentModel", "ResourceTables",
        "RoutePlanning",
      ], resources: true),
    library(
      "CommandSupport", uses: ["Presentation", "QueryEngine", "RecruitmentModel", "Workflows"],
      products: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),

    library(
      "WebPages",
      uses: [
        "ChangeLog", "Presentation", "QueryEngine", "RecruitmentModel", "ResourceTables",
        "Workflows",
      ],
      resources: true),

    // Layer 6: the only use cases that need the network.
    library(
      "WebServer", uses: ["QueryEngine", "RecruitmentModel", "WebPages", "Workflows"],
      products: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
      ]),
    library(
      "NightlyCrawl",
      uses: [
        "ChangeLog", "Crawling", "DocumentParsing", "DomainLexicon", "JapaneseText",
        "PageArchive", "PageWorkflows", "QueryEngine", "RecruitmentModel", "SourceRegistry",
        "Workflows",
      ], resources: true),

    // Layer 7: what is typed and what is printed; several binaries, so that a query carries no parser and no
    // network.
    .executableTarget(
      name: "progsearch",
      dependencies: [
        "ChangeLog", "CommandSupport", "Presentation", "QueryEngine", "RecruitmentModel",
        "Workflows",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      // Loaded at a fixed address, so that no pointer need be moved at every start: a millisecond. It reads
      // its own index and nothing that a host sends. The library of C++ that Swift's runtime needs is linked in,
      // since looking up its symbols takes nearly another one; MeCab brings its own where it is opened.
      linkerSettings: [
        .unsafeFlags(
          [
            "-Xclang-linker", "-no-pie", "-Xclang-linker", "-static-libgcc", "-use-ld=lld",
            "-L\(Context.packageDirectory)/Scripts/lib/linking",
          ], .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(
      name: "progsearch-pages",
      dependencies: [
        "ChangeLog", "CommandSupport", "Crawling", "DocumentParsing", "FactExtraction",
        "NightlyCrawl", "PageArchive", "PageWorkflows", "Presentation", "RecruitmentModel",
        "Workflows",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "progsearch-daily",
      dependencies: [
        "ApplicantProfile", "ChangeLog", "CommandSupport", "MarkedYAML", "Presentation",
        "QueryEngine", "RecruitmentModel", "RoutePlanning", "RoutePresentation", "WebPages",
        "Workflows",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "progsearch-web",
      dependencies: [
        "CommandSupport", "RecruitmentModel", "WebServer", "Workflows",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Not installed: what the race beside other search engines runs.
    .executableTarget(
      name: "progsearch-bench",
      dependencies: [
        "DomainLexicon", "JapaneseText", "QueryEngine", "RecruitmentModel", "SearchIndex",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "progsearch", "progsearch-daily", "progsearch-pages", "progsearch-web", "ChangeLog",
        "PageArchive", "RecruitmentModel", "TestKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // What is read from annotated pages, held to floors.
    .testTarget(
      name: "CorpusTests",
      dependencies: [
        "DocumentParsing", "DomainLexicon", "FactExtraction", "PageArchive", "PageWorkflows",
        "RecruitmentModel", "ResourceTables", "SourceRegistry", "TestKit",
      ],
      swiftSettings: settings),

    // Queries with their answers, over records of their own.
    .testTarget(
      name: "SearchSuiteTests",
      dependencies: [
        "DomainLexicon", "JapaneseText", "Presentation", "QueryEngine", "RecruitmentModel",
        "ResourceTables", "Workflows",
      ],
      swiftSettings: settings),

    tests(of: "RecruitmentModel"),
    tests(of: "ResourceTables"),
    tests(of: "MarkedYAML"),
    tests(
      of: "RoutePresentation",
      uses: [
        "ApplicantProfile", "Presentation", "QueryEngine", "RecruitmentModel", "RoutePlanning",
        "SourceRegistry",
      ], fixtures: ["Goldens"]),
    tests(
      of: "RoutePlanning",
      uses: ["ApplicantProfile", "QueryEngine", "RecruitmentModel", "SourceRegistry"],
      fixtures: ["Cases"]),
    tests(of: "ApplicantProfile", uses: ["MarkedYAML", "RecruitmentModel"]),
    tests(of: "JapaneseText", uses: ["ResourceTables"]),
    tests(of: "DomainLexicon", uses: ["JapaneseText", "RecruitmentModel", "ResourceTables"]),
    tests(of: "DocumentParsing", uses: ["JapaneseText", "ResourceTables"]),
    tests(
      of: "FactExtraction",
      uses: [
        "DocumentParsing", "DomainLexicon", "JapaneseText", "RecruitmentModel", "ResourceTables",
      ], fixtures: ["Fixtures", "Forms"]),
    tests(of: "SourceRegistry", uses: ["RecruitmentModel"]),
    tests(of: "SearchIndex"),
    tests(of: "QueryEngine", uses: ["DomainLexicon", "JapaneseText", "RecruitmentModel"]),
    tests(of: "ChangeLog", uses: ["RecruitmentModel"]),
    tests(
      of: "Workflows", uses: ["ChangeLog", "QueryEngine", "RecruitmentModel", "SourceRegistry"]),
    tests(
      of: "Presentation",
      uses: ["ChangeLog", "DomainLexicon", "JapaneseText", "QueryEngine", "RecruitmentModel"],
      fixtures: ["Goldens"]),
    .target(
      name: "TestKit",
      dependencies: [
        "RecruitmentModel",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Tests/TestKit", swiftSettings: settings),

    tests(
      of: "WebPages",
      uses: [
        "ChangeLog", "Presentation", "QueryEngine", "RecruitmentModel", "ResourceTables",
        "Workflows",
      ]),
    tests(of: "WebServer"),
    tests(of: "PageArchive", uses: ["RecruitmentModel"]),
    tests(
      of: "NightlyCrawl",
      uses: ["ChangeLog", "Crawling", "PageArchive", "RecruitmentModel", "Workflows"]),
    tests(
      of: "PageWorkflows",
      uses: [
        "ChangeLog", "FactExtraction", "PageArchive", "RecruitmentModel", "SourceRegistry",
        "Workflows",
      ]),
    tests(
      of: "Crawling", uses: ["PageArchive", "RecruitmentModel"],
      fixtures: ["Robots/rfc9309.tsv"]),
  ]
)
