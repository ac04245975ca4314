import JapaneseText

/// Tells labels that part the applicants of several rounds: `一次応募の方`, `後期の出願者`, `10月開始を希望する方`.
///
/// Such a label says for whom its value holds, not of what it speaks.
enum ApplicantGroups {
  private static let rounds = [
    "一次", "二次", "三次", "1次", "2次", "3次", "前期", "後期", "第1", "第2", "第3", "第一", "第二", "第三", "月開始",
    "月入学", "月採用", "月から",
  ]
  private static let people = ["方", "者", "方々", "人"]

  /// Whether a label names those of one round, and nothing else.
  static func names(_ label: String) -> Bool {
    let words = FoldedText(label).withoutBlanks.string
    return words.count <= 14 && people.contains(where: words.hasSuffix)
      && rounds.contains(where: words.prefix(6).contains)
  }
}
