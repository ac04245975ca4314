import JapaneseText
import Testing

@Suite("Numbers spelt by their sound")
struct SpokenNumbersTests {
  @Test(
    "are written as usual",
    arguments: [
      ("deadline in May", "deadline in 5月"), ("starting in may", "starting in 5月"),
      ("May start", "5月 start"),
      ("March start", "3月 start"), ("Tokyo May", "tokyo 5月"), ("May", "5月"),
      ("from May to July", "from 5月~7月"),
      ("April to June", "4月~6月"), ("between May and July", "between 5月~7月"), ("秋、10月から", "10月から"),
      ("10月 秋入学", "10月 入学"),
      ("autumn, from October", "from october"),
      ("4がつかいし", "4月かいし"), ("いちがつ", "1月"), ("じゅうにがつしめきり", "12月しめきり"), ("四がつ", "4月"),
      ("さんじゅうまんえんいか", "300000円いか"), ("30まんえん", "300000円"), ("30まんいか", "30万いか"),
      ("ロッカゲツ", "6か月"), ("1ねんかん", "1年間"), ("はんとし", "半年"), ("ていいん2めい", "ていいん2名"),
      ("ていいんさんめい", "ていいん3名"), ("sanju man en ika", "300000円 ika"),
      ("kansai shigatsu", "kansai 4月"), ("12个月", "12か月"), ("half a year", "半年"),
      ("between 200,000 and 400,000 yen", "200,000~400,000 yen"), ("20万到40万日元", "20万~40万日元"),
      ("three hundred thousand yen", "300000 yen"), ("half a million yen", "500000 yen"),
      ("two hundred and fifty thousand", "250000"), ("a quarter of a million", "250000"),
      ("one million two hundred thousand yen", "1200000 yen"), ("500 thousand yen", "500000 yen"),
      ("1.2 million yen", "1200000 yen"), ("zero yen", "0円"), ("丸一年", "1年"),
      ("2027年秋から", "2027年9月か2027年10月か2027年11月から"), ("来春", "来年3月か来年4月か来年5月から"),
      ("来年の春入学", "来年3月か来年4月か来年5月入学"), ("in the fall of 2027", "2027年9月か2027年10月か2027年11月から"),
      ("秋締切", "9月か10月か11月締切"), ("冬に出願", "12月か1月か2月に出願"), ("締切は春", "締切は3月か4月か5月"),
      ("apply in winter", "apply 12月か1月か2月"), ("start next spring", "start 3月か4月か5月"),
      ("夏スタート", "6月か7月か8月スタート"), ("autumn deadline", "9月か10月か11月 deadline"),
      ("来年の冬に始まる", "来年1月か来年2月か来年12月か再来年1月か再来年2月に始まる"),
      ("2027年冬から", "2027年1月か2027年2月か2027年12月か2028年1月か2028年2月から"),
      ("春か秋に出願", "3月か4月か5月か9月か10月か11月に出願"), ("春秋入学", "3月か4月か5月か9月か10月か11月入学"),
      ("秋から冬に締切", "9月か10月か11月か12月か1月か2月に締切"), ("秋から冬に", "9月か10月か11月か12月か1月か2月から"),
      ("冬の国家試験", "12月か1月か2月の国家試験"), ("試験は秋", "試験は9月か10月か11月"),
      ("締切は元日", "締切は1月1日"), ("クリスマスまで", "12月25日まで"), ("12mo", "12か月"), ("複数名", "2名以上"),
    ])
  func writes(spoken: String, written: String) throws {
    #expect(try SpokenNumbers().written(FoldedText(spoken)).string == written)
  }

  @Test(
    "are not seen in other words",
    arguments: [
      "may I apply", "May we apply", "I may start in April", "hospitals that may take me",
      "May 2027", "10 May", "10th of May",
      "march 10", "秋、4月から", "秋田 10月", "ごえん", "まんえん", "しめい", "にんてい", "さん", "にほん",
      "between Tokyo and Osaka", "junior", "men", "到着",
      "20万到着", "a hundred beds", "two and three", "springfield", "next year", "秋田", "来院", "autumn",
      "before spring 2027", "not autumn 2027", "締切は来春", "来春までに応募", "来年の秋に終わる", "next spring",
      "秋田締切", "秋まで", "来年の冬に終わる", "spring break starter", "冬 出願", "夏休みに開始",
      "春か秋", "春の予備試験の後に", "応募 秋ヶ瀬病院", "start fall river hospital", "秋に出願締切",
      "来年あきたで",
      "3hundred thousand yen", "a few hundred thousand yen", "hundreds of thousand yen",
      ".5 million yen", "one and a half million yen", "thousand yen",
    ])
  func leaves(text: String) throws {
    #expect(try SpokenNumbers().written(FoldedText(text)).string == FoldedText(text).string)
  }

  @Test("keep the way back to what was typed")
  func keepsSource() throws {
    let text = try SpokenNumbers().written(FoldedText("しこく 4がつかいし"))
    #expect(text.string == "しこく 4月かいし")
    #expect(text.original(of: 4..<6) == "4がつ")
    #expect(text.original(of: 4..<9) == "4がつかいし")
  }
}
