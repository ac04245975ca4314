/// Words by which a reader tells what a passage is about, or how one of its words is meant.
///
/// A meaning that several readers or queries look for is a ``Concept``.
public enum Sign: String, WordTableRow {
  // What a day is the day of.
  case inCase = "day.in-case"
  case caseOfSending = "day.case-of-sending"
  case precedingStep = "day.preceding-step"
  case paperEnding = "paper.ending"
  case onePaper = "paper.one"
  case meansOfSending = "sending.means"
  case thosePeople = "people.as-topic"
  case chosenPeople = "people.chosen"
  case wishBeside = "wish.beside"
  case whoWishes = "wish.person"
  case proviso = "clause.proviso"
  case guidelineNoun = "guideline.noun"
  case papersRefused = "papers.refused"
  case newsOfTaking = "papers.news"
  case dayPassed = "day.passed"
  case entry = "training.entry"
  case cohort = "training.cohort"
  case beginningAsVerb = "training.begins"
  case from = "day.from"
  case announcement = "page.announcement"
  case errorPage = "page.error"
  case expectedLater = "people.expected"
  case certificate = "paper.certificate"
  case applicationPaper = "paper.application"
  case changedLastYear = "change.last-year"
  // Where an examination is held.
  case hall = "venue.hall"
  case venueTopic = "venue.topic"
  case heldThere = "venue.held"
  case placePreposition = "venue.preposition"
  case movedThere = "venue.moved"
  case examinationNoun = "examination.noun"
  case otherEvent = "venue.other-event"
  case cityAsTopic = "venue.as-topic"
  case cityLeft = "venue.left"
  case notHeldThere = "venue.not-held"
  case wasHeld = "venue.was-held"
  case asBefore = "examination.as-before"
  // How applicants are chosen.
  case choosingNamed = "selection.named"
  case choosingRule = "selection.rule"
  case choosing = "selection.topic"
  case chosenSo = "selection.chosen-so"
  case notOfChoosing = "selection.aside"
  case allOfThem = "selection.all-of-them"
  case held = "selection.held"
  case firstStep = "selection.first-step"
  case firstStage = "selection.first-stage"
  case lastStage = "selection.last-stage"
  case besideChoosing = "selection.beside"
  case handedIn = "paper.handed-in"
  case toldTo = "result.told-to"
  case dayAsTopic = "selection.day-as-topic"
  case dayOfOtherMatter = "selection.other-matter"
  // The ways of choosing that words deny.
  case wayNone = "way.none"
  case wayDenied = "way.denied"
  case thereIsNo = "way.there-is-no"
  case wayQualified = "way.qualified"
  case ofSome = "way.of-some"
  case wayCompound = "way.compound"
  // Labels and headings.
  case roundEnding = "round.ending"
  case roundOfPeople = "round.of-people"
  case person
  case generalLabel = "label.general"
  case officeEnding = "office.ending"
  case questionWord = "question.word"
  case questionEnding = "question.ending"
  case titleEnding = "title.ending"
  case titleWord = "title.word"
  case otherMatter = "heading.other-matter"
  case listOfLinks = "heading.links"
  case ownMatter = "heading.own-matter"
  case bareValue = "value.bare"
  // Last days without a date.
  case countedFrom = "deadline.counted-from"
  case daysBefore = "deadline.days-before"
  case withinDays = "deadline.within-days"
  case sinceEvent = "deadline.since-event"
  case actOfApplying = "deadline.applying"
  case ageOfPaper = "paper.age"
  case otherDeadline = "deadline.other"
  case noticeHad = "notice.had"
  case otherRolling = "rolling.other"
  case rollingDenied = "rolling.denied"
  case laterRound = "round.later"
  // Days and sums that others have replaced.
  case oldLabel = "change.old"
  case newLabel = "change.new"
  case markedOld = "change.old-mark"
  case markedNew = "change.new-mark"
  case replacing = "change.between"
  case isError = "change.error"
  case printedWrong = "change.printed-wrong"
  case putRight = "change.put-right"
  // Sums, and who pays them.
  case aboutSum = "sum.about"
  case fromThenOn = "sum.from-then-on"
  case trainingAsTopic = "training.as-topic"
  case turnToNow = "charge.now"
  case notDone = "denied.doing"
  case changedTo = "sum.changed-to"
  case totalLabel = "total.label"
  case lengthBound = "length.bound"
  case livingSomewhere = "people.living"
  case timesPaid = "instalment.times"
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
  case dayLabel = "examination.day-label"
  case notHeldThen = "examination.other-day"
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
  case trainingSubject = "training.subject"
  case lengthOfTraining = "training.of-length"
  case doingTraining = "training.doing"
  case toBegin = "training.to-begin"
  case takingAsTopic = "training.taking-as-topic"
  case beginningBehind = "training.beginning-behind"
  case beginsThen = "training.begins-then"
  case endsThen = "training.ends-then"
  case endOfTraining = "training.end"
  case startOfTraining = "training.start"
  case altogether = "length.altogether"
  // Rounds of applications.
  case oneOfGroups = "window.of-group"
  case firstRound = "round.first"
  case secondRound = "round.second"
  case thirdRound = "round.third"
  case deadlineWord = "deadline.word"
  case monthBefore = "day.of-other-month"
  case overWord = "window.over"
  // Schedules and terms.
  case seasonOfRound = "schedule.season"
  case groupHead = "schedule.group-head"
  case besideDay = "schedule.beside-day"
  case askingWhen = "question.when"
  case ruleDenied = "term.denied"
  case ruleDeniedBefore = "term.denied-before"
  case ofAllDays = "term.of-all-days"
  case pastEnding = "clause.past"
  case intakeBehindYear = "year.of-intake"
  case stillSo = "clause.still-so"
  case paymentHead = "fee.payment-head"
  case periodOfSum = "fee.period-of-sum"
  case doneToPage = "page.was-changed"
  case changeOfPage = "page.change"
  case notCharge = "charge.no-charge"
  case lengthAsStep = "length.step"
  // Names of hospitals, schools and societies.
  case institutionEnding = "institution.ending"
  case looseInstitutionEnding = "institution.loose-ending"
  case legalForm = "institution.legal-form"
  case kindOfHospital = "institution.kind"
  case hospitalEnding = "institution.hospital-ending"

  // Recommendations.
  /// The words that a clause has where it tells who must, beside those of the concepts.
  case recommender = "recommendation.recommender"
  /// Recommendations that are none of the applicant: of pupils, or by the hospital.
  case recommendationOfOthers = "recommendation.of-others"
  case recommendationAsked = "recommendation.asked"
  case letter = "recommendation.letter"
  case noLetter = "recommendation.no-letter"
  /// What may stand between a recommendation and its refusal without naming another matter.
  case besideRecommendation = "recommendation.beside"
  /// Whoever the trainee works for until then.
  case employer = "recommendation.employer"
  /// A letter is looked at where there is one.
  case considered = "recommendation.considered"
  /// It depends, or must be asked.
  case leftOpen = "recommendation.left-open"
  case bareNeed = "need.bare"
  /// What begins like a bare need and goes on: `必要な者は`.
  case needThatGoesOn = "need.goes-on"
  /// What is not there though it must be.
  case lacking = "need.lacking"
  case without = "need.without"
  /// What comes of papers that lack something.
  case turnedAway = "need.turned-away"
  /// What some applicants do, and nobody is asked to.
  case someDo = "recommendation.some-do"
  case exempted = "recommendation.exempted"
  /// How those are named of whom the clause goes on to speak.
  case whom = "clause.whom"
  /// What of a letter may be needless where the letter is needed.
  case partOfLetter = "recommendation.part-of-letter"
  case someApplicants = "recommendation.some-applicants"
  /// What looks like it: those who recommend, or stand in for them; whoever has a letter.
  case limitsNobody = "recommendation.limits-nobody"
  case everyApplicant = "recommendation.every-applicant"
  case theOthers = "recommendation.the-others"
  /// What announces who writes the letter.
  case writerIs = "recommendation.writer-is"
  case writtenBy = "recommendation.written-by"
  /// Forms of the house, which others fill in.
  case formOfTheHouse = "house.form"
  case exceptTheHouse = "house.except"
  case house = "house.name"
  case ofTheHouse = "house.people"

  // Consents.
  case consent = "consent.word"
  /// Others than those of the hospital whose consent is asked for.
  case otherConsenter = "consent.others"
  case writtenConsent = "consent.written"
  case lackingConsent = "consent.lacking"
  case beforehand = "consent.beforehand"
  case askedAbout = "consent.asked-about"
  case outcomeTold = "consent.outcome-told"
  /// What follows 許可 where it is the admission itself.
  case ofPermission = "consent.of-permission"

  // Clauses.
  /// An exception that a clause begins with: `…を除き、`.
  case exception = "clause.exception"
  case ifOrWhen = "clause.if-or-when"
  case onlyThese = "clause.only-these"
  case notOnlyThese = "clause.not-only-these"
  case applying = "clause.applying"
  case thisIntake = "clause.this-intake"

  // Whether trainees are taken.
  /// How trainees are looked for: where it is denied, they may be taken all the same.
  case wayOfRecruiting = "accepting.way-of-recruiting"
  case taking = "accepting.taking"
  /// People or programs that an English clause is about, where it is not about papers.
  case englishTrainees = "accepting.english-trainees"
  case wayOfSending = "accepting.way-of-sending"
  /// What follows a taking where it is no part of a longer noun.
  case stateOfTaking = "accepting.state"
  /// Words behind a denial that limit it.
  case limitedDenial = "accepting.limited-denial"
  /// Endings that deny a verb, which may be another one than that of taking.
  case deniedVerb = "accepting.denied-verb"
  case howAndWhenTaken = "accepting.how-and-when"
  /// Verbs that the taking itself is done by, before their denial.
  case done = "accepting.done"
  case reason = "accepting.reason"
  case onlyPlanned = "accepting.only-planned"
  case beingReceived = "accepting.being-received"
  /// What is received beside applications.
  case receivedForElse = "accepting.received-for-else"
  /// What has not closed it yet, or holds of some only.
  case notYetClosed = "accepting.not-yet-closed"
  case oneRound = "accepting.one-round"
  case takingAskedAbout = "accepting.asked-about"
  case whether = "accepting.whether"
  /// Words of asking a department for its consent before one applies.
  case askedForConsent = "accepting.asked-for-consent"
  case askedForElse = "accepting.asked-for-else"
  case answeredNo = "accepting.answered-no"
  case answeredYes = "accepting.answered-yes"
  case furtherRound = "accepting.further-round"
  case isHeld = "accepting.is-held"

  // Where one must stay afterwards.
  /// Rules that call the hospital nothing but 病院.
  case calledHospital = "obligation.called-hospital"
  /// A duty that is told only to be denied or affirmed behind it.
  case reportedRule = "obligation.reported-rule"
  /// Words of those whom a rule binds, where its denial denies nothing.
  case whomRuleBinds = "obligation.whom-rule-binds"
  case unwilling = "obligation.unwilling"
  /// What stands behind 病院 where that is a place, and no part of a longer noun.
  case atThePlace = "obligation.at-the-place"
  case notOnlyBefore = "obligation.not-only-before"
  case notOnlyBehind = "obligation.not-only-behind"
  /// Behind what binds: an ending that denies something else than that it binds.
  case deniedOtherwise = "obligation.denied-otherwise"
  case needNotStay = "obligation.need-not-stay"
  /// What else may be free: not where one works afterwards.
  case freedomOfElse = "obligation.freedom-of-else"
  /// What a denial must be of: where one goes, and not the number of tries or the kind of school.
  case placeAfterwards = "obligation.place-afterwards"
  /// A demand is only named, to say something of it.
  case onlyNamed = "obligation.only-named"
  case isDemanded = "obligation.is-demanded"
  /// Duties of other people, or to do something else.
  case dutyOfElse = "obligation.of-else"
  /// What somebody proposed or thinks, and nobody has laid down.
  case opinion = "obligation.opinion"
  case initialTraining = "obligation.initial-training"
  case whatComesLater = "obligation.later"
  case specialistTraining = "obligation.specialist"
  case conceded = "obligation.conceded"
  /// A wish, which only some have, and what they must do then.
  case ifWished = "obligation.if-wished"
  case ifPassed = "obligation.if-passed"
  case trainingOrWork = "obligation.training-or-work"
  case dependsOrMay = "obligation.depends-or-may"
  /// An answer beside a label that says no: `なし`.
  case nothing = "answer.nothing"

  // Whether the training is free.
  case chargeForTraining = "free.charge-for-training"
  /// Charges beside that for the training, which one may be without while it costs something.
  case freeOfCharge = "free.of-charge"
  case chargeBeside = "free.charge-beside"
  /// What may cost nothing beside the training.
  case besideTraining = "free.beside-training"
  /// Whose freedom is that of everybody: the trainees themselves, or the hospital that takes nothing.
  case everybody = "free.everybody"
  /// Words that make a sentence hold only for a time, or only as a rule.
  case limitedFreedom = "free.limited"
  /// How people are named; all of them only where those of the next row are named so.
  case peopleNamed = "free.people-named"
  case allTrainees = "free.all-trainees"
  /// What follows words of freedom that it denies or asks about.
  case freedomDenied = "free.denied"
  case refunded = "free.refunded"
  /// What sums up the charges before it.
  case summingUp = "free.summing-up"
  /// What announces a list of other costs, and not of people.
  case listOfCosts = "free.list-of-costs"
  /// What begins a sentence that takes the freedom back for some.
  case butOthers = "free.but-others"
  case charging = "free.charging"

  // How many are taken, and for which year.
  /// What follows a number of people where it is that of the places.
  case recruited = "capacity.recruited"
  case takesThem = "capacity.takes-them"
  case englishPlaces = "capacity.places"
  /// People who are trainees only where an English sentence says so elsewhere.
  case persons = "capacity.persons"
  case offersPlaces = "capacity.offers"
  case soFar = "capacity.so-far"
  case admits = "capacity.admits"
  case trainingOrIntake = "capacity.training-or-intake"
  /// So many were taken once, or until now.
  case onceTaken = "capacity.once-taken"
  case everyYear = "capacity.every-year"
  /// An intake that is only announced.
  case toCome = "intake.to-come"
  case recruiting = "intake.recruiting"
  /// What follows the people in a heading that names the year that they are taken for.
  case recruitingOf = "intake.recruiting-of"
  case toBeAnnounced = "intake.to-be-announced"
  case examinationHeld = "intake.examination-held"
  /// What makes a year that of something else.
  case yearOfElse = "intake.year-of-else"
  case otherExamination = "intake.other-examination"
  case beginning = "intake.beginning"

  // Papers.
  case listOfPapers = "papers.list"
  case handingIn = "papers.handing-in"
  /// What other papers are for, and what the hospital sends.
  case otherPapers = "papers.other"
  case noPaper = "papers.none"
  /// What may stand behind a paper's name beside particles: a number of copies, a remark.
  case behindPaper = "papers.behind"

  // Offices, numbers and addresses.
  case calling = "contact.calling"
  case declined = "contact.declined"
  case mailOnly = "contact.mail-only"
  case spelledDot = "contact.spelled-dot"
  /// Where the name of an office ends: the words for what reaches it.
  case wayToReach = "contact.way-to-reach"
  /// Where the name of an office begins: behind the words that it is to be asked.
  case askHere = "contact.ask-here"
  case endOfOffice = "contact.end-of-office"
  case englishOffice = "contact.english-office"
  case fax = "contact.fax"
  case phone = "contact.phone"
  /// One number for both, before the word for the fax.
  case phoneAndFax = "contact.phone-and-fax"
  case directLine = "contact.direct-line"

  // Pages of examinations.
  case examinationTitle = "examination.title"
  /// Titles that speak of examinations which no doctor's licence hangs on, or of those who passed one.
  case otherExaminationTitle = "examination.other-title"
  case doctor = "examination.doctor"
}
