import JapaneseText

/// Tells a line of a page's own history, `2026年10月14日　募集人員と応募期間を変更しました`.
enum LogLine {
  private static let doings = [
    "変更", "訂正", "更新", "修正", "掲載", "追加", "公開", "改訂", "改定", "アップ", "開設", "掲示",
  ]
  private static let endings = ["しました", "いたしました", "致しました"]
  /// The most characters of a line that ends in a noun: `10月14日 募集要項を更新`.
  private static let longestNote = 16

  /// Whether a text is a day and what was done to the page on it, and nothing else.
  static func isOne(_ text: FoldedText) -> Bool {
    let dates = DateReader().dates(in: text)
    guard dates.count == 1, let date = dates.first, date.day != nil,
      date.range.lowerBound <= 1
    else { return false }
    let rest = text.string(in: date.range.upperBound..<text.scalars.count).trimmingBlanks
      .trimmingSuffix { "。.".contains($0) }
    guard !rest.contains("。"), rest.first.map({ !"からにまを~-".contains($0) }) ?? false else {
      return false
    }
    return doings.contains { doing in
      endings.contains { rest.hasSuffix(doing + $0) }
        || (rest.hasSuffix(doing) && rest.count <= longestNote && !rest.contains("に"))
    }
  }
}
