/// A thing that pages and queries say in many words.
public enum Concept: String, WordTableRow {
  // What a sentence is about.
  case feeTopic = "topic.fee"
  case recommendationTopic = "topic.recommendation"
  case insideRecommendationTopic = "topic.recommendation.inside"
  case consentTopic = "topic.consent"
  case capacitySentence = "topic.capacity"
  case trainingTopic = "topic.training"
  case selectionVerb = "topic.selection-verb"
  case afterAdmission = "topic.after-admission"
  case obligationTopic = "topic.obligation"
  case trainingPlaceTopic = "topic.training-place"

  // Whether it is needed, charged, asked for.
  case need = "need.some"
  case noNeed = "need.none"
  case maybeNeed = "need.maybe"
  case present = "present"
  case absent = "absent"
  case free = "fee.free"
  case notCharged = "fee.not-charged"
  case chargedElsewhere = "fee.elsewhere"

  // Charges.
  case ownCharge = "charge.own"
  /// Paid once, on entering.
  case entryCharge = "charge.entry"
  /// Paid by every applicant, taken or not.
  case applicantCharge = "charge.applicant"
  case excludedCharge = "charge.excluded"
  /// No longer charged, or charged of those who came before.
  case formerCharge = "charge.former"
  case privilegedPerson = "charge.privileged"
  case instalment = "charge.instalment"
  case optionalCharge = "charge.optional"
  case totalCharge = "charge.total"
  case breakdown = "charge.breakdown"
  /// Paid to the trainee, or given back.
  case paidOut = "charge.paid-out"
  /// Said of all sums at once.
  case allSums = "charge.all"
  case changedByNote = "charge.changed"
  case someOnly = "condition.some-only"
  case perMonth = "per.month"
  case perYear = "per.year"
  case perSemester = "per.semester"
  case once = "per.once"
  case perProgram = "per.program"
  case perOther = "per.other"
  case taxIncluded = "tax.included"
  case taxExcluded = "tax.excluded"
  case taxExempt = "tax.exempt"

  // Applications.
  case rolling = "application.rolling"
  case mustArrive = "application.arrive"
  case postmark = "application.postmark"
  case online = "application.online"
  case officeHours = "application.office-hours"
  case notTheWindow = "application.other-date"
  case resultWord = "selection.result"
  case applicationWord = "application.word"
  case opening = "application.opens"
  case closing = "application.closes"
  case finalDay = "application.final-day"
  case scheduleWord = "application.schedule"
  case changed = "application.changed"
  case formerly = "application.formerly"
  case instead = "application.instead"
  case mayChange = "application.may-change"
  case trainingWord = "training.word"
  case notTheTraining = "training.other-length"

  // Whether trainees are taken.
  case accepting = "accepting.yes"
  case notAccepting = "accepting.no"
  case closed = "accepting.closed"
  case byEnquiry = "accepting.by-enquiry"
  case takingTopic = "accepting.topic"
  case deniedTaking = "accepting.denied"
  case affirmedTaking = "accepting.affirmed"
  case othersTaken = "accepting.others"
  case askingTopic = "accepting.asking"

  // Selection.
  case documentsMethod = "method.documents"
  case writtenMethod = "method.written"
  case interviewMethod = "method.interview"
  case practicalMethod = "method.practical"

  // Where one must stay afterwards.
  case hospitalPlace = "place.hospital"
  case prefecturePlace = "place.prefecture"
  case insider = "person.insider"
  case outsider = "person.outsider"
  case expected = "strength.expected"
  case required = "strength.required"
  case noObligation = "obligation.none"
  case afterwards = "obligation.afterwards"
  case elsewhere = "obligation.elsewhere"
  /// Nouns for what binds: 義務, 条件.
  case bond = "obligation.bond"
  /// Endings that deny: ありません, ない.
  case negated
  case forbidden = "obligation.forbidden"

  // Counts.
  case few = "capacity.few"
  case capacityTopic = "capacity.topic"
  /// One department, one round: its number is not that of the places.
  case capacityGroup = "capacity.group"
  case capacityWhole = "capacity.whole"
  case atMostBehind = "capacity.at-most"
  case atMostBefore = "capacity.at-most-before"
  /// People who are no trainees.
  case staff = "capacity.staff"
  case lastYear = "last-year"
  case stamp = "page.stamp"
  /// What a society announces beside its examination: seminars, meetings, renewal.
  case notTheExamination = "examination.other"
  case pastExamination = "examination.past"

  // Offices.
  case contactTopic = "contact.topic"
  case contactLine = "contact.line"
  case switchboard = "contact.switchboard"
  /// Offices for another matter.
  case otherContact = "contact.other"

  // Queries.
  case open = "query.open"
  case inTime = "query.in-time"
  case upcoming = "query.upcoming"
  case closes = "query.closes"
  case starts = "query.starts"
  case endOfYear = "query.end-of-year"
  /// Until a day, which belongs to it.
  case until = "query.until"
  /// Before a day, which does not belong to it.
  case before = "query.before"
  case atMost = "query.at-most"
  case below = "query.below"
  case atLeast = "query.at-least"
  case above = "query.above"
  case tens = "query.tens"
  case excludeNext = "query.exclude-next"
  case excludeLast = "query.exclude-last"
  case either = "query.or"
  case sameHospital = "query.same-hospital"
  case samePrefecture = "query.same-prefecture"
  case freeChoice = "query.free-choice"
  case outsideLetter = "query.outside-letter"
  case askedNotAccepting = "query.not-accepting"
  case askedAccepting = "query.accepting"
  case askedByEnquiry = "query.by-enquiry"
  case filler = "query.filler"
  case denial = "query.no"
  case monthly = "query.monthly"
  case charged = "query.charged"
  case nextYear = "query.next-year"
  case yearAfterNext = "query.year-after-next"
  case thisMonth = "query.this-month"
  case nextMonth = "query.next-month"
  case today = "query.today"
  case tomorrow = "query.tomorrow"
  /// The next one: `next April`, 次の4月.
  case coming = "query.coming"
  case thisWeek = "query.this-week"
  case nextWeek = "query.next-week"
  case endOfFiscalYear = "query.end-of-fiscal-year"
  /// Handing in papers, whose month may follow.
  case papers = "query.papers"
  /// What an applicant is: nationality, age.
  case ownTrait = "query.own-trait"
  /// Today, at the moment.
  case now = "query.now"
  /// Handing in papers, of which only 今 says that it is asked for now.
  case apply = "query.apply"
  case cannot = "query.cannot"
  /// From a day on, which belongs to it.
  case since = "query.since"
  /// After a day, which does not belong to it.
  case after = "query.after"
  /// What comes after the training or the examination.
  case later = "query.afterwards"
  case insidePerson = "query.insider"
  case outsidePerson = "query.outsider"
  case person = "query.person"
  /// 受け入れ, 募集 alone: what is said of it stands behind.
  case taking = "query.taking"
  case stopped = "query.stopped"
  /// 終了, said of taking papers.
  case ended = "query.ended"
  /// That no papers are taken any more, said by itself.
  case noLonger = "query.closed"
  /// に終わる, said of a training or of taking papers.
  case ends = "query.ends"
  case notEnded = "query.not-ended"
  case places = "query.places"
  case passed = "query.passed"
  /// How clauses end and begin that tell of the person who asks.
  case tellingEnd = "query.telling-end"
  case tellingStart = "query.telling-start"
  case enough = "query.enough"
  /// A fact that is asked to be shown, not to be this or that.
  case aspect = "query.aspect"
  /// のあとも, の前に: behind an examination that tells a time.
  case aroundThen = "query.around-then"
  /// 病院: beside it an examination only tells when or for what a hospital is looked for.
  case hospital = "query.hospital"
  /// The time in which papers for an examination are taken: 出願期間.
  case papersTime = "query.papers-time"
  /// に間に合う: behind an examination it says until when.
  case inTimeFor = "query.in-time-for"
  /// 募集, 受付: said at once with a month, papers are taken then.
  case takingPapers = "query.taking-papers"
  /// 中に: behind a month, at some time in it.
  case during = "query.during"
  /// もうすぐ締切: the deadline is near.
  case closingSoon = "query.closing-soon"
  /// The day of an examination: 試験日.
  case examinationDay = "query.examination-day"
  /// Where one works afterwards: 進路.
  case workplace = "query.workplace"
  case limit = "query.limit"
  /// 自由, said of where one works afterwards.
  case freely = "query.freely"
  /// と, and: what joins the names of a list.
  case and = "query.and"
  /// Even if: what follows is borne, not asked for.
  case evenIf = "query.even-if"
  /// しか, before a denial: no more than that.
  case only = "query.only"
  /// くらい, about: near a sum.
  case about = "query.about"
  /// cannot pay, 付不起: the sum behind it is too much.
  case unpayable = "query.cannot-pay"
  /// は嫌, は無理: what stands before it is not wanted.
  case unwanted = "query.unwanted"
  /// なければ: what follows holds where it is not there.
  case unless = "query.unless"
  case perHalfYear = "query.per-half-year"
  /// 問わない: what stands before it is not asked.
  case indifferent = "query.indifferent"
  case allFine = "query.all-fine"
  /// でもいい: what is rather not wanted is borne, so it is not asked either.
  case tolerated = "query.tolerated"
  /// わけではない: what stands before it is denied, but not turned into its opposite.
  case notSo = "query.not-so"
  /// のですが: what follows goes on from what stands before.
  case goingOn = "query.going-on"
  /// 不明: that something is not known.
  case unstated = "query.unstated"

  // Links.
  case strongLink = "link.strong"
  case goodLink = "link.good"
  case fairLink = "link.fair"
  case poorLink = "link.poor"

  // Papers.
  case paperNoun = "paper.noun"

  // Pages.
  case regulation = "page.regulation"
  /// What titles end with that announce their matter: のご案内, について.
  case tidings = "page.tidings"
  /// What those hand in, or pay, who were chosen or examined.
  case afterChoice = "application.after-choice"
  /// What the heads of rows for other people end with: 研究員, 見学者.
  case peopleNoun = "people.noun"
  /// An interview or a story, told by who was there: its answers are of another time.
  case story = "page.story"
  /// A head above what is told for reference only.
  case forReference = "page.for-reference"
  /// What a line of whom to ask is for: 試験に関すること.
  case matterAsked = "contact.matter"
  /// What whoever applies asks about.
  case ownMatter = "contact.own-matter"
  /// Who sits an examination for a sum of their own: 会員, non-members.
  case memberOrNot = "charge.member"
  /// An answer that says no: いいえ。
  case answerNo = "answer.no"
  /// A question that asks whether something is needed: 要りますか.
  case askingNeed = "answer.asking-need"
  /// Others than those just named do as well: でなくてもかまいません.
  case needNotBe = "need.others-too"
  /// What is announced on a day: 8月下旬に公表します.
  case madePublic = "page.made-public"
  /// What stands behind a sum that is kept back when the rest is paid back: 3,000円を引いて戻します.
  case keptBack = "charge.kept-back"
  /// A heading with another examination in it, that whoever is trained has passed or will sit.
  case otherExamination = "label.other-examination"
  case namedExamination = "examination.named"
  case departmentHead = "person.department-head"
  /// Whoever decides for the whole house, whose approval is the admission itself.
  case admittingHead = "person.admitting-head"
  /// Heads of columns that name what the cells beside them are of: 項目.
  case itemHead = "label.item-head"
  /// A heading over this round and an earlier one beside it.
  case compared = "examination.compared"
  /// What was and still is, or is no longer so: 前回と同じく, 昨年度から変わりました.
  case asFormerly = "page.as-formerly"
  /// What is done on a day that is none of an examination: 8月中旬にお知らせします.
  case toldThen = "examination.told-then"
  /// Matters about which others ask than those who apply.
  case othersMatter = "contact.others-matter"
  case otherPeople = "people.other"
  /// What may stand beside the year that heads a round: 2026年（第22回）.
  case besideYear = "schedule.beside-year"
  /// Labels of the time in which one applies, on the page of an examination.
  case windowLabel = "examination.window-label"
  case otherProfession = "people.other-profession"
  case visit = "page.visit"
  /// What several kinds of people have in common: 各区分共通.
  case inCommon = "page.in-common"
  /// What announces the kinds that a page takes: 次の3つの区分で.
  case kindsToCome = "page.kinds-to-come"
  /// 変更ありません, beside what was printed before.
  case unchanged = "change.unchanged"
  case pathway = "page.pathway"
  /// A title with the licence in it, which is about the way where the page leads through its stages.
  case licence = "page.licence"
  /// The licence as a paper or a duty of those who have it: 医師免許証, 免許更新.
  case licencePaper = "page.licence-paper"
  case exhibition = "page.exhibition"
  case history = "page.history"
  case notRecruiting = "page.not-recruiting"
  case guideline = "page.guideline"

  case sameDay = "selection.same-day"
  case decided = "selection.decided"
  case stage = "selection.stage"
  case otherCourse = "training.other-course"
  case chargeOfPassed = "charge.of-those-passed"
  case wayOfHandingIn = "application.way-of-handing-in"
  case numberedPart = "examination.numbered-part"
  case takingOfPapers = "application.taking-of-papers"
  case copyPrice = "fee.copy"
  case stepMark = "step.mark"
  case preliminaryExamination = "examination.preliminary"
  case nationalExamination = "examination.national"
  /// What the names of examinations for specialists end with: 専門医, 認定医.
  case specialistClass = "examination.class"
  /// What stands in titles before such a name: the society and the year.
  case beforeExaminationName = "examination.before-name"
  case doneToPapers = "examination.papers-done"
  case booking = "examination.booking"
  case committee = "person.committee"
  case laterRound = "examination.later-round"

  // Marks of questions, and what rules call their examination.
  case answerMark = "answer.mark"
  case calledExamination = "examination.called-so"
  // Names of hospitals, schools and societies, beside those of the signs.
  case titledInstitutionEnding = "institution.titled-ending"
  case noPartOfName = "institution.no-part"
  case beforeName = "institution.behind"
  case englishHospital = "institution.english-hospital"
  case englishSociety = "institution.english-society"

  /// English words that an office is called by, that join parts of its name, and that stand before it.
  case officeHead = "contact.english-office-head"
  case joinsOfficeName = "contact.english-office-joining"
  case leadsToOffice = "contact.english-office-lead"
  /// That something printed is wrong, said before it is put right.
  case hasError = "change.has-error"
  /// That in some years, or at times, nobody is taken.
  case deniedAtTimes = "accepting.denied-at-times"
  /// That all goes on as it was planned: 当初の予定どおり.
  case asPlanned = "change.as-planned"
  /// What a sentence begins with that goes on about the examinations of the one before it: Both, いずれも.
  case sumsUpParts = "examination.summing-up"
  /// A label for the days in which papers are taken, where the heading says which papers: 提出期間.
  case handingInLabel = "examination.handing-in-label"
  /// What a heading says of how to be examined: 受験手続.
  case takingPart = "examination.taking-part"
  /// That somebody has passed long ago, and asks for another term.
  case renewal = "examination.renewal"
  case papersOfAll = "application.papers-of-all"
  case dependsOnThat = "accepting.depends"
  /// A label for where papers go, which need not be whom to ask.
  case addressLabel = "contact.address-label"
  case joinsCities = "venue.joining"
  /// That a day is not the one before these words but the one behind them.
  case notButThat = "change.not-but"
  /// That somebody may turn to the office that a sentence names.
  case turnTo = "contact.turn-to"
  case officeAlone = "contact.office-alone"
  /// What follows a noun in a sentence that announces lines.
  case asFollows = "announced.as-follows"
  case paperOfApplying = "examination.paper"
  /// Of what a matter that is announced may be.
  case announcedOf = "announced.of"
  case announcedPapers = "announced.papers"
  case handedIn = "announced.handed-in"
  /// That lines are announced on which something is done.
  case onTheseDays = "announced.on-these-days"
}
