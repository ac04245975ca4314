import JapaneseText

/// Sums that were printed wrong, and those that put them right.
extension ChargeReader {
  /// `(誤)22,000円`, `年額24万円と記載していましたが`: what holds no longer.
  func isError(_ place: SumPlace) -> Bool {
    let before = text.string(in: place.lead).trimmingBlanks
    let behind = text.string(in: place.reach)
    return ["(誤)", "【誤】", "[誤]", "誤:", "誤→"].contains(where: before.hasSuffix)
      || [
        "と記載していました", "と記載しておりました", "と記載しました", "とありますが", "とありましたが", "とあるのは", "としていましたが", "としておりましたが",
        "の誤り", "は誤り", "とお伝えしましたが", "とお知らせしましたが", "と案内していました",
      ]
      .contains(where: behind.hasPrefix)
  }

  /// `(正)24,200円`, `正しくは年額26万4千円`: what takes its place.
  func isCorrection(_ place: SumPlace) -> Bool {
    let before = text.string(in: place.lead).trimmingBlanks
    return ["(正)", "【正】", "[正]", "正:", "正→"].contains(where: before.hasSuffix)
      || ["正しくは", "正しい額は", "訂正後は"].contains(where: before.contains)
  }
}
