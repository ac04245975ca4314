import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on recommendations and duties.
extension QueryGrammar {
  mutating func recommendation() -> [Constraint]? {
    let start = next
    func found(_ wanted: Set<Recommendation>) -> [Constraint] {
      [Constraint(.recommendation, .recommendation(wanted), source: source(from: start))]
    }
    if take(.outsideLetter) != nil {
      guard !takeDenial() else { return found([.notRequired]) }
      _ = takeSoon(.enough, .need, .present)
      return found([.letter])
    }
    var isDenied = takeDenialBefore()
    // `needs a recommendation`, `需要推荐信`
    let isNeeded = !isDenied && take(.present) != nil
    if isDenied || isNeeded { skipFillers() }
    var writer = takeWriter()
    guard let topic = take(.insideRecommendationTopic, .recommendationTopic) else { return nil }
    while take(.recommendationTopic) != nil {}
    let behind = next
    skipFillers()
    if current?.has(.absent) != true, let named = takeWriter() {
      writer = named
    } else {
      next = behind
    }
    if topic == .insideRecommendationTopic { writer = .inside }
    if writer == .inside, takeNeedNotBe() { return found([.notRequired, .letter]) }
    let before = next
    if !isDenied, takeDenial() || takeSoon(.unless) != nil || isDeniedTogether() {
      isDenied = !isNeededToApply()
    }
    if isDenied {
      takeConsequence(behind: before)
      return found([.notRequired])
    }
    let isAsked = takeSoon(.present, .need) != nil || isNeeded || next > before
    // `推薦がないと応募できない`: what cannot be done without it needs it.
    if isAsked { _ = takeSoon(.cannot) }
    // `学内推薦でもいい` does not ask for one.
    let isEnough = !isAsked && writer == .letter && (takeSoon(.enough) != nil || isForApplying())
    switch writer {
    case .inside: return found([.inside])
    case .letter where isAsked || isEnough: return found([.letter])
    default: return isAsked ? found([.letter, .inside]) : nil
    }
  }

  /// `院内推薦じゃなくてもいい`: another one will do, and so will none.
  private mutating func takeNeedNotBe() -> Bool {
    guard let current, current.has(.indifferent), current.source.contains("なくて") else {
      return false
    }
    next += 1
    return true
  }

  /// `推薦がなければ応募できない`: what cannot be done without it needs it.
  private mutating func isNeededToApply() -> Bool {
    guard atoms[next - 1].has(.unless) else { return false }
    return takeSoon(.cannot) != nil || next == atoms.count
  }

  /// Whether one may apply with it: `外部の推薦状で応募できる`.
  private mutating func isForApplying() -> Bool {
    let start = next
    takeConsequence(behind: next - 1)
    return next > start
  }

  /// Who recommends, where it is said: somebody of the hospital, or somebody from outside.
  private mutating func takeWriter() -> Recommendation? {
    let start = next
    var writer: Recommendation?
    var end = next
    while let current {
      if current.has(.insidePerson) {
        writer = .inside
      } else if current.has(.outsidePerson) {
        // 学外の病院の院長: the nearest word to the front says where.
        writer = writer ?? .letter
      } else if !current.has(.person), !current.has(.filler) || current.has(.denial) {
        break
      }
      next += 1
      end = next
    }
    guard writer != nil || current?.hasAny([.recommendationTopic]) == true && end > start else {
      next = start
      return nil
    }
    return writer
  }

  /// `推薦がなくても応募できる`: the verb is part of what is said of the recommendation.
  private mutating func takeConsequence(behind start: Int) {
    guard next > start, let last = atoms[start..<next].last?.source else { return }
    let joint = current?.has(.filler) == true ? current?.source ?? "" : ""
    let goesOn =
      current?.has(.goingOn) == true
      || ["ても", "で", "でも", "くて", "ずに", "も"].contains {
        last.hasSuffix($0) || joint == $0
      }
    guard goesOn else { return }
    let here = next
    while let current, current.has(.filler) || current.hasAny([.apply, .open, .enough]) {
      guard !current.hasAny([.denial, .absent, .now]) else { break }
      next += 1
      if atoms[next - 1].hasAny([.apply, .open, .enough]) { return }
    }
    next = here
  }

  mutating func obligation() -> [Constraint]? {
    let start = next
    var isLater = false
    while take(.later) != nil {
      isLater = true
      skipFillers()
    }
    let duty: Duty
    if let found = self.duty() {
      duty = found
    } else if isLater, take(.freely) != nil {
      duty = .none
    } else {
      return nil
    }
    // `no obligation after training`
    let behind = next
    if takeSoon(.later) == nil { next = behind }
    return [Constraint(.obligation, .obligation(duty.places), source: source(from: start))]
  }

  /// The duty that is asked for.
  private struct Duty {
    /// Its places; nil where any will do.
    let places: Set<Obligation.Place>?
    static let none = Duty(places: [])
    static let any = Duty(places: nil)
    static func at(_ places: Set<Obligation.Place>) -> Duty { Duty(places: places) }
  }

  private mutating func duty() -> Duty? {
    if take(.freeChoice) != nil {
      _ = takeSoon(.workplace)
      takePlaceOfDuty()
      return Duty.none
    }
    let denied = takeDenialBefore()
    if denied { skipFillers() }
    while denied, take(.later) != nil { skipFillers() }
    if let place = take(.sameHospital, .samePrefecture) {
      skipFillers()
      if take(.freeChoice, .freely) != nil { return Duty.none }
      _ = take(.obligationTopic)
      if denied || takeDenial() { return Duty.none }
      _ = takeSoon(.present, .need)
      return .at(place == .sameHospital ? [.hospital] : [.prefecture])
    }
    if take(.workplace) != nil { return freedom() }
    guard take(.obligationTopic) != nil else { return nil }
    if denied { takePlaceOfDuty() }
    if denied || takeDenial() || takeSoon(.unless) != nil || isDeniedTogether() { return Duty.none }
    // `obligation to work in the prefecture`
    if let place = takeSoon(.sameHospital, .samePrefecture) {
      return .at(place == .sameHospital ? [.hospital] : [.prefecture])
    }
    _ = takeSoon(.present, .need)
    return .any
  }

  /// `no duty to stay in the prefecture`: where the duty lies that is denied.
  private mutating func takePlaceOfDuty() {
    let start = next
    if takeSoon(.sameHospital, .samePrefecture) == nil { next = start }
  }

  /// `進路が自由`, `研修先に制限がない`: where one works afterwards is one's own choice.
  private mutating func freedom() -> Duty? {
    if takeSoon(.freely, .freeChoice) != nil { return Duty.none }
    guard takeSoon(.limit, .obligationTopic) != nil else { return nil }
    return takeDenial() ? Duty.none : nil
  }
}
