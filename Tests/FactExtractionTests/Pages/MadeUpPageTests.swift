import RecruitmentModel
import Testing

@Suite("Made-up pages")
struct MadeUpPageTests {
  /// What each page states, a list for each program: the kind, then the facts that it may have.
  static let expected: [String: [[String]]] = [
    "boshu-teishi.html": [
      [
        "practical-training",
        "intake: 2024",
        "accepting: no",
        "fee: free",
        "application: 2023-10-02..2023-10-20",
        "capacity: 2",
      ]
    ],
    "dairi.html": [
      [
        "other",
        "accepting: yes",
        "fee: 600000 a year; 修練料 50000 month",
        "application: 修練開始の3か月前まで",
        "recommendation: letter",
      ]
    ],
    "encho.html": [
      [
        "practical-training",
        "intake: 2027",
        "application: 2026-11-02..2026-11-27 arrive",
        "selection: written 2026-12-10; interview 2026-12-10; result 2026-12-18",
      ]
    ],
    "english-free.html": [
      [
        "practical-training", "intake: 2027",
        "accepting: yes",
        "fee: 440000 a year; registration fee 20000 once; training fee 35000 month",
        "application: 2026-10-01..2026-10-30 17:00 arrive",
        "recommendation: letter",
        "obligation: none",
        "capacity: ..3",
      ]
    ],
    "futa-kikan.html": [
      [
        "other",
        "application: rolling",
        "recommendation: not-required",
      ],
      [
        "practical-training",
        "fee: 150000 a year; 修練料 150000 year",
        "application: ..2026-11-30",
        "capacity: 1",
      ],
    ],
    "futatsu-kikan.html": [
      [
        "practical-training",
        "fee: 120000..180000 a year; 修練料 120000..180000 year",
        "application: 2026-09-01..2026-09-30; 2026-12-01..2026-12-18",
        "recommendation: internal",
        "contact: 教育研修室; 0123-45-6700",
      ]
    ],
    "henkan-nomi.html": [
      [
        "practical-training",
        "application: ..2026-12-20 23:59 online",
        "obligation: prefecture required",
      ]
    ],
    "hyoka.html": [
      [
        "practical-training",
        "intake: 2027",
        "application: ..XXXX-12 early",
        "training: 6..12 months",
        "recommendation: internal",
      ]
    ],
    "jisseki.html": [],
    "junbi-chu.html": [
      [
        "practical-training",
        "intake: 2027",
        "fee: 200000 a year; 修練料 200000 year",
        "application: 2026-10-01..2026-10-30",
      ]
    ],
    "kansetsu.html": [
      [
        "practical-training",
        "fee: free",
        "application: XXXX-10-01..XXXX-10-31",
        "training: 12 months XXXX-04-01..XXXX-03-31",
        "recommendation: internal",
        "obligation: hospital prefecture expected",
      ]
    ],
    "kenkyusei.html": [
      [
        "other",
        "intake: 2027",
        "fee: 441000 a year; 授業料 29700 month; 入学料 84600 once",
        "application: 2027-01-04..2027-01-15",
        "recommendation: internal",
      ]
    ],
    "kenshui.html": [
      [
        "clinical-training",
        "intake: 2027",
        "application: ..2026-08-14 arrive",
        "selection: written; interview",
        "capacity: 8",
      ]
    ],
    "kenshusei.html": [
      [
        "other",
        "accepting: yes",
        "fee: 240000 a year; 研修料 20000 month",
        "application: 研修開始の1か月前まで",
      ]
    ],
    "kinou.html": [
      [
        "practical-training",
        "intake: 2026",
        "fee: 360000 a year; 修練料 360000 year",
        "application: ..2026-11-30 arrive",
        "training: 12 months XXXX-01..XXXX-12",
        "selection: documents; interview 2026-12-14; result 2026-12",
        "recommendation: letter",
        "obligation: hospital required",
      ]
    ],
    "kitei.html": [
      [
        "practical-training",
        "fee: 264000 a year; 修練料 22000 month",
        "application: 修練開始の1月前まで",
        "training: ..12 months",
        "recommendation: internal",
      ]
    ],
    "kongo.html": [
      [
        "practical-training",
        "fee: free",
        "application: 2026-11-01..2026-11-30 postmark",
        "selection: interview",
        "recommendation: not-required",
        "obligation: hospital required",
      ]
    ],
    "kyotei-nomi.html": [
      [
        "practical-training",
        "intake: 2027",
        "fee: 240000 a year; 費用 240000 year included",
        "application: 2026-10-05..2026-10-23 17:00 arrive",
        "training: 12 months 2027-01-05..2027-12-24",
        "recommendation: internal",
        "capacity: 2",
      ]
    ],
    "memo.txt": [
      [
        "practical-training",
        "intake: 2027",
        "fee: 346000 a year; 登録料 10000 once; 修練料 28000 month",
        "application: 2026-12-01..2027-01-15 12:00",
        "training: 12 months 2027-04-01..2028-03-31",
        "selection: written 2027-01-26; interview 2027-01-26; result 2027-02-05",
        "recommendation: letter",
        "obligation: none",
        "capacity: 3",
      ]
    ],
    "menjo-ichibu.html": [
      [
        "practical-training",
        "intake: 2027",
        "fee: 216000 a year; 修練料 18000 month",
        "application: ..XXXX-12-11 postmark",
        "selection: documents; interview",
      ]
    ],
    "michi.html": [
      [
        "pathway",
        "steps: 1 examination 予備試験; 2 training 実地修練 <- 予備試験",
      ]
    ],
    "mukyu-dake.html": [
      [
        "practical-training",
        "intake: 2027",
        "accepting: yes",
        "application: rolling; 修練開始の2か月前まで",
        "recommendation: letter",
      ]
    ],
    "mushiryo-hitei.html": [
      [
        "practical-training",
        "intake: 2027",
        "application: XXXX-09..XXXX-10-31",
        "recommendation: not-required",
      ]
    ],
    "mushokyo.html": [
      [
        "practical-training",
        "accepting: yes",
      ]
    ],
    "nenwari.html": [
      [
        "practical-training",
        "intake: 2027",
        "fee: 300000 a year; 研修費 300000 year",
        "application: ..2026-12-15",
        "training: 24 months 2027-04-01..",
      ]
    ],
    "nichijo.html": [],
    "nihon-rei.html": [
      [
        "practical-training",
        "intake: 2027",
        "fee: 149000 a year; 登録料 5000 once; 修練料 12000 month included",
        "application: ..2026-12-18 arrive",
        "training: 12 months 2027-04..",
        "selection: interview 2027-01-15",
        "recommendation: letter",
        "capacity: 2",
      ]
    ],
    "qa.html": [
      [
        "practical-training",
        "fee: 120000 a year; 修練費 60000 semester",
        "application: rolling",
        "recommendation: not-required",
        "obligation: none",
        "capacity: 1..3",
      ]
    ],
    "rinsho-shuren.html": [
      [
        "other",
        "accepting: yes",
        "fee: free",
        "training: ..24 months",
        "recommendation: letter",
      ]
    ],
    "sanretsu.html": [
      [
        "other",
        "intake: 2027",
        "fee: 441000 a year; 入学料 84600 once; 授業料 29700 month",
        "application: rolling",
        "recommendation: not-required",
      ],
      [
        "practical-training",
        "intake: 2027",
        "fee: 147600 a year; 授業料 12300 month",
        "application: 2027-01-08..2027-01-20",
        "recommendation: letter",
      ],
      [
        "other",
        "intake: 2027",
        "fee: not free; 入学料 28200 once",
        "application: 2027-02-01..2027-02-10",
        "recommendation: not-required",
      ],
    ],
    "senkoi.html": [
      [
        "practical-training",
        "fee: not free; 修練料 15000 month excluded",
        "application: ..2026-09-25",
        "selection: documents; interview",
        "capacity: 1",
      ],
      [
        "specialist-training",
        "application: ..2026-10-30",
        "selection: interview",
        "recommendation: letter",
        "capacity: 10",
      ],
    ],
    "shuryo-jikai.html": [
      [
        "practical-training",
        "intake: 2026",
        "accepting: no",
        "fee: 10000 a year; 登録料 10000 once",
        "application: 2025-12-01..2025-12-19 postmark",
        "capacity: few",
        "contact: 総務部研修支援係; 0120-000-1234; kenshu@kakuu-minami.example.jp",
      ]
    ],
    "yuso.html": [
      [
        "practical-training",
        "intake: 2027",
        "fee: 360000 a year; 費用 360000 program",
        "application: 2026-11-09..2026-11-20 17:00 arrive",
        "training: 12 months 2027-04-01..2028-03-31",
      ]
    ],
    "zenki-koki.html": [
      [
        "practical-training",
        "intake: 2026",
        "fee: 170000 a year; 登録料 20000 once included; 修練料 25000 month included",
        "application: 2026-01-13..2026-01-30 arrive; 2026-07-06..2026-07-24 arrive",
        "training: ..6 months",
        "selection: interview 2026-02-12; interview 2026-08-06",
      ]
    ],
  ]

  @Test(
    "state what a careful reader finds, and nothing that they leave open",
    arguments: FixturePages.names)
  func statesExactly(name: String) async throws {
    let programs = try await Reading.programs(in: FixturePages.bytes(of: name))
    let expected = try #require(Self.expected[name])
    #expect(programs.map { Summary($0).lines } == expected)
  }

  @Test("are all there")
  func areAllThere() {
    #expect(FixturePages.names == Self.expected.keys.sorted())
  }
}
