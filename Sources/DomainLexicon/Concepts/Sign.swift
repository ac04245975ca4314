/// Words by which a reader tells what a passage is about, or how one of its words is meant.
///
/// A meaning that several readers or queries look for is a ``Concept``.
public enum Sign: String, WordTableRow {
  // What a day is the day of.
  case inCase, pointOfTime, caseOfSending, precedingStep, dayPassed, from, dayHead
  case monthBefore = "day.of-other-month"

  // Papers.
  case paperEnding, certificate, handedIn, papersRefused, handingIn, enclosed, openingBracket
  case general, wordForAll, thatDoSomething
  case onePaper = "paper.one"
  case applicationPaper = "paper.application"
  case ageOfPaper = "paper.age"
  case newsOfTaking = "papers.news"
  case listOfPapers = "papers.list"
  case otherPapers = "papers.other"
  case noPaper = "papers.none"
  case behindPaper = "papers.behind"

  // People.
  case thosePeople = "people.as-topic"
  case chosenPeople = "people.chosen"
  case expectedLater = "people.expected"
  case livingSomewhere = "people.living"
  case othersThan = "people.others"

  // Clauses.
  case proviso, stillSo, whom, exception, ifOrWhen, onlyThese, notOnlyThese, applying, thisIntake
  case whoMayApply
  case onlySome = "clause.only-some"
  case pastEnding = "clause.past"

  // The training, when it begins and ends.
  case entry, cohort, startingIn, trainingAsTopic, trainingSubject, toBegin, takingAsTopic
  case beginningBehind
  case beginsThen, endsThen, course, inForce, bareStart, ofDoctors
  case beginningAsVerb = "training.begins"
  case lengthOfTraining = "training.of-length"
  case doingTraining = "training.doing"
  case endOfTraining = "training.end"
  case startOfTraining = "training.start"

  // Pages, and what their titles announce.
  case announcement, dayOfWriting, letterSubject, supplement
  case errorPage = "page.error"
  case doneToPage = "page.was-changed"
  case changeOfPage = "page.change"

  // Days and sums that others have replaced.
  case printedWrong, whereItStands, besideApplying, putRight, errorTold, notYet
  case changedLastYear = "change.last-year"
  case oldLabel = "change.old"
  case newLabel = "change.new"
  case markedOld = "change.old-mark"
  case markedNew = "change.new-mark"
  case replacing = "change.between"
  case isError = "change.error"

  // Where an examination is held.
  case hall, venueTopic, otherEvent, wasHeld, foundedBy, wordForPlace, asObject, behindPart
  case toChoose, noChoice, venueWord
  case heldThere = "venue.held"
  case placePreposition = "venue.preposition"
  case movedThere = "venue.moved"
  case cityAsTopic = "venue.as-topic"
  case cityLeft = "venue.left"
  case notHeldThere = "venue.not-held"

  // Examinations.
  case examinationNoun, asBefore, examinationPart, dayLabel, partEnding, examinationTopic
  case englishPart, englishHeld, englishOther, examinationTitle, doctor
  case notHeldThen = "examination.other-day"
  case wholeExamination = "examination.whole"
  case heldAsExamination = "examination.held"
  case otherExaminationTitle = "examination.other-title"

  // How applicants are chosen.
  case chosenSo, allOfThem, held, firstStep, firstStage, lastStage, dayAsTopic, noticePaper
  case choosingNamed = "selection.named"
  case choosingRule = "selection.rule"
  case choosing = "selection.topic"
  case notOfChoosing = "selection.aside"
  case besideChoosing = "selection.beside"
  case dayOfOtherMatter = "selection.other-matter"

  // Ways of choosing that words deny.
  case wayNone, wayDenied, thereIsNo, wayQualified, ofSome, wayCompound

  // Rounds of applications.
  case roundEnding, roundOfPeople, appliedFor, counted, examinationMoved, formAsTopic
  case roundOfNumber
  case laterRound = "round.later"
  case firstRound = "round.first"
  case secondRound = "round.second"
  case thirdRound = "round.third"

  // Questions.
  case questionWord, questionEnding
  case askingWhen = "question.when"

  // Headings.
  case otherMatter, ownMatter, headingInstitutionEnding
  case listOfLinks = "heading.links"
  case newsHeading = "heading.news"
  case remarks, newsletter, newsOfSociety, noneOfThem, ofElse, eventNoun, eventForOwn, eventHeld
  case headOfFormer = "heading.former"
  case newsOfOthers = "news.of-others"

  // Last days without a date.
  case countedFrom, countedAsDay, comeThen, daysBefore, withinDays, sinceEvent, deadlineWord,
    deadlineMonthBefore
  case actOfApplying = "deadline.applying"
  case otherDeadline = "deadline.other"

  // Sums, and who pays them.
  case fromThenOn, changedTo, changeInDoubt, wasSo, lodging, ofMembership, paidAtOnce
  case chargeUnnamed, upperLimit, sittingAgain
  case eachMonth = "sum.each-month"
  case inParts = "sum.in-parts"
  case changeForSome = "sum.change-for-some"
  case aboutSum = "sum.about"

  // Charges.
  case neverAgain
  case turnToNow = "charge.now"
  case onceTheyPassed = "charge.once-passed"
  case examinationFee = "charge.of-examination"
  case notCharge = "charge.no-charge"

  // Lengths.
  case lengthBound, altogether, workedBefore, periodOfTraining, share, refusedTraining
  case lengthAsStep = "length.step"

  // Years of a course.
  case onlyFirstYear, firstYear, laterYear

  // Schedules.
  case groupHead, besideDay, topicOfYear, hiring, leadingToIt
  case seasonOfRound = "schedule.season"

  // Terms.
  case ofAllDays
  case ruleDenied = "term.denied"
  case ruleDeniedBefore = "term.denied-before"

  // Names of hospitals, schools and societies.
  case institutionEnding, legalForm, hospitalEnding
  case looseInstitutionEnding = "institution.loose-ending"
  case kindOfHospital = "institution.kind"

  // Recommendations.
  case recommender, recommendationOfOthers, recommendationAsked, letter, noLetter, employer
  case considered, leftOpen, someDo, exempted, partOfLetter, someApplicants, limitsNobody
  case everyApplicant, theOthers, writerIs, writtenBy, recommendationWord, whetherAny, letterNamed
  case whoRecommends, otherWriter, introduction, noObjection
  case besideRecommendation = "recommendation.beside"

  // What must be, and what need not.
  case lacking, without, turnedAway
  case bareNeed = "need.bare"
  case needThatGoesOn = "need.goes-on"

  // The house itself.
  case formOfTheHouse = "house.form"
  case exceptTheHouse = "house.except"
  case house = "house.name"
  case ofTheHouse = "house.people"

  // Consents.
  case beforehand, askedAbout, outcomeTold, ofPermission, fromEmployer, permission
  case consent = "consent.word"
  case otherConsenter = "consent.others"
  case writtenConsent = "consent.written"
  case lackingConsent = "consent.lacking"

  // Whether trainees are taken.
  case wayOfRecruiting, wayOfApplying, taking, englishTrainees, wayOfSending, limitedDenial
  case deniedVerb, done
  case reason, onlyPlanned, beingReceived, receivedForElse, notYetClosed, oneRound, whether
  case isFull = "accepting.is-full"
  case askedForConsent, askedForElse, answeredNo, answeredYes, furtherRound, isHeld, reception
  case receiving, receives, behindTaking, timeAsTopic, ofAPart
  case stateOfTaking = "accepting.state"
  case howAndWhenTaken = "accepting.how-and-when"
  case takingAskedAbout = "accepting.asked-about"

  // Where one must stay afterwards.
  case calledHospital, reportedRule, whomRuleBinds, unwilling, atThePlace, notOnlyBefore
  case notOnlyBehind, deniedOtherwise, needNotStay, amongThese, freedomOfElse, placeAfterwards,
    onlyNamed
  case isDemanded, opinion, initialTraining, conceded, ifWished, ifPassed, trainingOrWork
  case dependsOrMay, trainingOrPost, outsidePrefecture, bareHospital, ofScholars, specialists
  case respected, wishers, must
  case dutyOfElse = "obligation.of-else"
  case whatComesLater = "obligation.later"
  case specialistTraining = "obligation.specialist"

  // Whether the training is free.
  case chargeForTraining, freeOfCharge, chargeBeside, besideTraining, everybody, peopleNamed
  case allTrainees, refunded, summingUp, listOfCosts, butOthers, charging, gratis, trainingItself
  case limitedFreedom = "free.limited"
  case freedomDenied = "free.denied"

  // How many are taken.
  case recruited, takesThem, persons, soFar, admits, trainingOrIntake, onceTaken, everyYear
  case paperOfAnother, welcoming, anybodyTaken, ofEachYear
  case englishPlaces = "capacity.places"
  case offersPlaces = "capacity.offers"

  // The year of the intake.
  case toCome, recruiting, recruitingOf, toBeAnnounced, examinationHeld, yearOfElse
  case countedBefore = "capacity.counted-before"
  case noticeEnding = "intake.notice-ending"
  case otherExamination, beginning, besideSchedule

  // Whom to ask.
  case calling, declined, mailOnly, spelledDot, wayToReach, askHere, endOfOffice, englishOffice
  case fax, phone, phoneAndFax, directLine, section, insideLine, notFoundHere

  // Ranks of specialists.
  case behindOwn, rankMatter

  // Ways to a licence.
  case thisWay, licenceAim, applyingFor, ofResidence, otherBodies, besideIt

  // When an examination is held.
  case procedure, ofTheState
  case papersOfElse = "application.of-else"
  case heldBefore = "examination.held-before"
  case eitherDay = "venue.either-day"
  case venueMove = "venue.move"
  case noticeTitle = "notice.title"

  // Sentences that announce lines.
  case heldSo, putInForce

  // Others.
  case resultAsTopic, resultOfElse, roundOfYear
  case wishBeside, guidelineNoun, toldTo, person, officeEnding, titleEnding, titleWord, noticeHad
  case rollingDenied, totalLabel, whenPaid, paymentHead, periodOfSum, nothing, needWord, notAsked
  case departmentsEnding, unitHead, unitRow, ownSitting
  case betweenDepartments = "departments.between"
  case rotating = "departments.rotating"
  case notRotating = "departments.not-rotating"
  case host = "page.host"
  case meansOfSending = "sending.means"
  case whoWishes = "wish.person"
  case generalLabel = "label.general"
  case bareValue = "value.bare"
  case otherRolling = "rolling.other"
  case notDone = "denied.doing"
  case timesPaid = "instalment.times"
  case payersByPlace = "payer.by-place"
  case oneOfGroups = "window.of-group"
  case overWord = "window.over"
  case intakeBehindYear = "year.of-intake"
}
