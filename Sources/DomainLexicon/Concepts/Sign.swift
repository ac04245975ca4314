/// Words by which a reader tells what a passage is about, or how one of its words is meant.
///
/// A meaning that several readers or queries look for is a ``Concept``.
public enum Sign: String, WordTableRow {
  // What a day is the day of.
  case inCase = "day.in-case"
  case caseOfSending = "day.case-of-sending"
  /// What is done before something else: 申請に先立ち.
  case precedingStep = "day.preceding-step"
  /// How words go on that are a paper's name: 合格証明書.
  case paperEnding = "paper.ending"
  case onePaper = "paper.one"
  case meansOfSending = "sending.means"
  case thosePeople = "people.as-topic"
  /// Those who have been chosen, or told so.
  case chosenPeople = "people.chosen"
  /// What some ask for beside the application.
  case wishBeside = "wish.beside"
  case whoWishes = "wish.person"
  /// What a proviso begins with.
  case proviso = "clause.proviso"
  case guidelineNoun = "guideline.noun"
  /// That no papers are taken.
  case papersRefused = "papers.refused"
  case newsOfTaking = "papers.news"
  /// How words begin behind a day that only repeats or denies another.
  case dayPassed = "day.passed"
  case entry = "training.entry"
  /// How words go on behind the month of a group: 4月生.
  case cohort = "training.cohort"
  case beginningAsVerb = "training.begins"
  case from = "day.from"
  case announcement = "page.announcement"
  /// Those who do not yet have what is asked for.
  case expectedLater = "people.expected"
  case certificate = "paper.certificate"
  case applicationPaper = "paper.application"

  // Where an examination is held.
  case hall = "venue.hall"
  case venueTopic = "venue.topic"
  case heldThere = "venue.held"
  case placePreposition = "venue.preposition"
  case movedThere = "venue.moved"
  case examinationNoun = "examination.noun"
  /// What is held, told or taken in cities beside the examination.
  case otherEvent = "venue.other-event"
  /// How words go on behind a city that is spoken of.
  case cityAsTopic = "venue.as-topic"
  case cityLeft = "venue.left"
  case notHeldThere = "venue.not-held"
  case wasHeld = "venue.was-held"
  case asBefore = "examination.as-before"

  // How applicants are chosen.
  /// Words for choosing in a statement about applying.
  case choosingNamed = "selection.named"
  case choosingRule = "selection.rule"
  case choosing = "selection.topic"
  /// That somebody is chosen in some way, not only that the way is named.
  case chosenSo = "selection.chosen-so"
  case notOfChoosing = "selection.aside"
  case allOfThem = "selection.all-of-them"
  case held = "selection.held"
  case firstStep = "selection.first-step"
  case firstStage = "selection.first-stage"
  case lastStage = "selection.last-stage"
  /// What a day beside those of the selection is of: until when somebody is told.
  case besideChoosing = "selection.beside"
  case handedIn = "paper.handed-in"
  case toldTo = "result.told-to"
  case dayAsTopic = "selection.day-as-topic"
  /// What a day is of that is none of this selection: another examination, the page.
  case dayOfOtherMatter = "selection.other-matter"

  // The ways of choosing that words deny.
  /// How the value beside a way begins that there is none of.
  case wayNone = "way.none"
  case wayDenied = "way.denied"
  case thereIsNo = "way.there-is-no"
  /// What makes a way one of its kinds only: 電話面接.
  case wayQualified = "way.qualified"
  case ofSome = "way.of-some"
  /// How words go on that are built with a way and name no way: 面接官.
  case wayCompound = "way.compound"

  // Labels and headings.
  /// How headings end that stand over a whole guideline.
  case wholeGuideline = "heading.whole"
  case roundEnding = "round.ending"
  case roundOfPeople = "round.of-people"
  case person
  /// Labels that say nothing of their matter: 期間 under 出願 is not that of the training.
  case generalLabel = "label.general"
  case officeEnding = "office.ending"
  /// With what English questions begin.
  case questionWord = "question.word"
  case questionEnding = "question.ending"
  /// How titles end and labels do not: they tell news, or whom the page is for.
  case titleEnding = "title.ending"
  /// Of what titles consist beside years and kinds.
  case titleWord = "title.word"
  /// Matters that have days, sums and papers of their own.
  case otherMatter = "heading.other-matter"
  case listOfLinks = "heading.links"
  case ownMatter = "heading.own-matter"
  /// Short values that look like labels.
  case bareValue = "value.bare"

  // Last days without a date.
  /// What stands beside a length that is counted from something else.
  case countedFrom = "deadline.counted-from"
  case daysBefore = "deadline.days-before"
  case withinDays = "deadline.within-days"
  case sinceEvent = "deadline.since-event"
  case actOfApplying = "deadline.applying"
  case ageOfPaper = "paper.age"
  /// What else is to be done within a time.
  case otherDeadline = "deadline.other"
  case noticeHad = "notice.had"
  /// What is open at any time beside the application.
  case otherRolling = "rolling.other"
  case rollingDenied = "rolling.denied"
  case laterRound = "round.later"

  // Days and sums that others have replaced.
  case oldLabel = "change.old"
  case newLabel = "change.new"
  case markedOld = "change.old-mark"
  case markedNew = "change.new-mark"
  /// What stands between a day and the one that replaces it.
  case replacing = "change.between"
  case isError = "change.error"
  /// What is said behind a sum that was printed wrong.
  case printedWrong = "change.printed-wrong"
  case putRight = "change.put-right"

  // Sums, and who pays them.
  /// How words go on behind a sum that の joins to its noun.
  case aboutSum = "sum.about"
  case fromThenOn = "sum.from-then-on"
  case trainingAsTopic = "training.as-topic"
  /// How a sentence turns from what was charged to what is charged now.
  case turnToNow = "charge.now"
  case notDone = "denied.doing"
  case changedTo = "sum.changed-to"
  case totalLabel = "total.label"
  case lengthBound = "length.bound"
  case livingSomewhere = "people.living"
  case timesPaid = "instalment.times"
  /// How words go on behind an instalment beside which something else is paid.
  case whenPaid = "instalment.when-paid"
  case neverAgain = "charge.never-again"
  case onlyFirstYear = "course.only-first-year"
  case firstYear = "course.first-year"
  case laterYear = "course.later-year"
  case payersByPlace = "payer.by-place"
  case othersThan = "people.others"
  case onceTheyPassed = "charge.once-passed"
  case examinationFee = "charge.of-examination"
  case lodging = "sum.lodging"
  case examinationPart = "examination.part"

  // When an examination is held.
  /// Labels that elsewhere may announce any day.
  case dayLabel = "examination.day-label"
  case edited = "page.edited"
  /// What else is done on a day, on the page of an examination.
  case notHeldThen = "examination.other-day"
  /// What heads days: the end of a label or of the head of a column.
  case dayHead = "day.head"
  case wholeExamination = "examination.whole"
  case partEnding = "examination.part-ending"
  case heldAsExamination = "examination.held"
  case examinationTopic = "examination.topic"
  case englishPart = "examination.english-part"
  case englishHeld = "examination.english-held"
  case englishOther = "examination.english-other"

  // When the training begins and ends.
  case dayOfWriting = "page.day-of-writing"
  /// What a sentence speaks of that says how long the training is.
  case trainingSubject = "training.subject"
  case lengthOfTraining = "training.of-length"
  case doingTraining = "training.doing"
  case beginningInTitle = "training.beginning-in-title"
  case toBegin = "training.to-begin"
  case takingAsTopic = "training.taking-as-topic"
  case beginningBehind = "training.beginning-behind"
  case beginsThen = "training.begins-then"
  case endsThen = "training.ends-then"
  case endOfTraining = "training.end"
  case startOfTraining = "training.start"
  case altogether = "length.altogether"

  // Rounds of applications.
  /// What sets one group of applicants apart: a round, a way of sending.
  case oneOfGroups = "window.of-group"
  case firstRound = "round.first"
  case secondRound = "round.second"
  case thirdRound = "round.third"
  case deadlineWord = "deadline.word"
  case monthBefore = "day.of-other-month"
  case overWord = "window.over"

  // Schedules and terms.
  /// Words over a column of groups: kinds, rounds, first days.
  case groupHead = "schedule.group-head"
  /// What may stand beside the day of a schedule.
  case besideDay = "schedule.beside-day"
  case askingWhen = "question.when"
  case ruleDenied = "term.denied"
  case ruleDeniedBefore = "term.denied-before"
  case ofAllDays = "term.of-all-days"
  /// How a clause ends that tells of what was.
  case pastEnding = "clause.past"
  case intakeBehindYear = "year.of-intake"
  /// How what happened in another year is still so.
  case stillSo = "clause.still-so"
  case paymentHead = "fee.payment-head"
  /// What says even in a column of payment what a sum is for.
  case periodOfSum = "fee.period-of-sum"
  case doneToPage = "page.was-changed"
  case changeOfPage = "page.change"
  /// How words begin that only look like the end of a charge's name.
  case notCharge = "charge.no-charge"
  case lengthAsStep = "length.step"

  // Names of hospitals, schools and societies.
  /// How names end: the first of the words that a title ends a name with counts.
  case institutionEnding = "institution.ending"
  /// How names end that are told from the text only where no title has another.
  case looseInstitutionEnding = "institution.loose-ending"
  /// What stands before names and is none of them.
  case legalForm = "institution.legal-form"
  /// Of what words consist that name a kind of hospital only.
  case kindOfHospital = "institution.kind"
  case hospitalEnding = "institution.hospital-ending"

  // Who must recommend or consent.
  /// The words that a clause has where it tells who must, beside those of the concepts.
  case recommender = "recommendation.recommender"
  /// An exception that a clause begins with: `…を除き、`.
  case exception = "clause.exception"
  /// Whoever the trainee works for until then.
  case employer = "recommendation.employer"
}
