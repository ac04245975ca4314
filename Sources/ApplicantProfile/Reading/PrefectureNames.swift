/// The prefectures by which a profile says where somebody would train.
enum PrefectureNames {
  /// All of them, north to south.
  static let all = """
    北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 \
    石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 \
    岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県
    """.split(separator: " ").map(String.init)

  /// Their names in English, in the same order.
  static let english = """
    Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa \
    Niigata Toyama Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara \
    Wakayama Tottori Shimane Okayama Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki \
    Kumamoto Oita Miyazaki Kagoshima Okinawa
    """.split(separator: " ").map(String.init)

  /// The prefecture that a name is of: with its suffix, or in English, such as Tokyo.
  static func named(_ text: String) -> String? {
    if all.contains(text) { return text }
    return english.firstIndex { $0.lowercased() == text.lowercased() }.map { all[$0] }
  }

  /// The prefecture that was probably meant, such as 徳島県 for 徳島市.
  static func nearest(to text: String) -> String? {
    all.first { $0.hasPrefix(text.prefix(2)) && text.count >= 2 }
  }
}
