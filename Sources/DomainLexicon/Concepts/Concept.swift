/// A thing that pages and queries say in many words.
public enum Concept: String, WordTableRow {
  // What a sentence is about.
  case selectionVerb, afterAdmission
  case feeTopic = "topic.fee"
  case recommendationTopic = "topic.recommendation"
  case insideRecommendationTopic = "topic.recommendation.inside"
  case consentTopic = "topic.consent"
  case capacitySentence = "topic.capacity"
  case trainingTopic = "topic.training"
  case obligationTopic = "topic.obligation"
  case trainingPlaceTopic = "topic.training-place"

  // What must be, and what need not.
  case need = "need.some"
  case noNeed = "need.none"
  case maybeNeed = "need.maybe"
  case needNotBe = "need.others-too"

  // Fees.
  case free, notCharged
  case copyPrice = "fee.copy"

  // Charges.
  case instalment, breakdown, paidOut, keptBack, abolished
  case ownCharge = "charge.own"
  case entryCharge = "charge.entry"
  case applicantCharge = "charge.applicant"
  case excludedCharge = "charge.excluded"
  case formerCharge = "charge.former"
  case privilegedPerson = "charge.privileged"
  case optionalCharge = "charge.optional"
  case totalCharge = "charge.total"
  case allSums = "charge.all"
  case changedByNote = "charge.changed"
  case memberOrNot = "charge.member"
  case chargeOfPassed = "charge.of-those-passed"

  // What a sum is for.
  case perMonth, perYear, perSemester, once, perProgram, perOther

  // Whether tax is in a sum.
  case taxIncluded, taxExcluded, taxExempt, consumptionTax

  // Applications.
  case rolling, postmark, online, officeHours, applicationWord, finalDay, changed, formerly
  case instead, mayChange, afterChoice, wayOfHandingIn, takingOfPapers, papersOfAll
  case mustArrive = "application.arrive"
  case notTheWindow = "application.other-date"
  case opening = "application.opens"
  case closing = "application.closes"
  case scheduleWord = "application.schedule"

  // How applicants are chosen.
  case sameDay, decided, stage
  case resultWord = "selection.result"

  // The training, when it begins and ends.
  case trainingWord, otherCourse
  case notTheTraining = "training.other-length"

  // Whether trainees are taken.
  case closed, byEnquiry, deniedAtTimes, recruitment
  case accepting = "accepting.yes"
  case notAccepting = "accepting.no"
  case takingTopic = "accepting.topic"
  case deniedTaking = "accepting.denied"
  case affirmedTaking = "accepting.affirmed"
  case othersTaken = "accepting.others"
  case askingTopic = "accepting.asking"
  case dependsOnThat = "accepting.depends"

  // Ways of choosing.
  case documentsMethod = "method.documents"
  case writtenMethod = "method.written"
  case interviewMethod = "method.interview"
  case practicalMethod = "method.practical"

  // People.
  case insider, outsider, departmentHead, admittingHead, committee, peopleNoun, otherProfession
  case otherPeople = "people.other"

  // Where one must stay afterwards.
  case afterwards, elsewhere, bond, forbidden
  case noObligation = "obligation.none"

  // How many are taken.
  case few, capacityTopic, capacityGroup, capacityWhole, atMostBefore, staff
  case atMostBehind = "capacity.at-most"

  // Pages, and what their titles announce.
  case stamp, regulation, tidings, story, forReference, madePublic, asFormerly, visit, inCommon
  case kindsToCome, pathway, licence, licencePaper
  case exhibition, history, notRecruiting, guideline, telling

  // Examinations.
  case compared, toldThen, windowLabel, numberedPart, booking, laterRound, handingInLabel
  case takingPart, renewal, examinationWord, sitting
  case notTheExamination = "examination.other"
  case pastExamination = "examination.past"
  case namedExamination = "examination.named"
  case preliminaryExamination = "examination.preliminary"
  case nationalExamination = "examination.national"
  case specialistClass = "examination.class"
  case beforeExaminationName = "examination.before-name"
  case doneToPapers = "examination.papers-done"
  case calledExamination = "examination.called-so"
  case sumsUpParts = "examination.summing-up"
  case paperOfApplying = "examination.paper"

  // Whom to ask.
  case contactTopic, contactLine, switchboard, ownMatter, othersMatter, addressLabel, turnTo
  case officeAlone, secretariat
  case otherContact = "contact.other"
  case matterAsked = "contact.matter"
  case officeHead = "contact.english-office-head"
  case joinsOfficeName = "contact.english-office-joining"
  case leadsToOffice = "contact.english-office-lead"

  // Queries.
  case open, inTime, upcoming, closes, starts, endOfYear, until, before, atMost, below, atLeast
  case above, tens, excludeNext, excludeLast, sameHospital, samePrefecture, freeChoice
  case outsideLetter, filler, monthly, charged, nextYear, yearAfterNext, thisMonth, nextMonth
  case today, tomorrow, coming, thisWeek, nextWeek, endOfFiscalYear, papers, ownTrait, now, apply
  case cannot, since, after, person, taking, stopped, ended, ends, notEnded, places, passed
  case tellingEnd, tellingStart, enough, aspect, aroundThen, hospital, papersTime, inTimeFor
  case takingPapers, during, closingSoon, examinationDay, workplace, limit, freely, and, evenIf
  case only, about, unwanted, unless, perHalfYear, indifferent, allFine, tolerated, notSo, goingOn
  case unstated
  case either = "query.or"
  case askedNotAccepting = "query.not-accepting"
  case askedAccepting = "query.accepting"
  case askedByEnquiry = "query.by-enquiry"
  case denial = "query.no"
  case later = "query.afterwards"
  case insidePerson = "query.insider"
  case outsidePerson = "query.outsider"
  case noLonger = "query.closed"
  case unpayable = "query.cannot-pay"

  // Links.
  case strongLink = "link.strong"
  case goodLink = "link.good"
  case fairLink = "link.fair"
  case poorLink = "link.poor"

  // Answers to questions.
  case answerNo, askingNeed, answerMark

  // Days and sums that others have replaced.
  case unchanged, hasError, asPlanned
  case notButThat = "change.not-but"

  // Names of hospitals, schools and societies.
  case englishHospital, englishSociety
  case titledInstitutionEnding = "institution.titled-ending"
  case noPartOfName = "institution.no-part"
  case beforeName = "institution.behind"

  // Sentences that announce lines.
  case asFollows, announcedOf, announcedPapers, handedIn, onTheseDays

  // Others.
  case present, absent, negated, lastYear, someOnly, expected, required, paperNoun
  case otherExamination, itemHead, besideYear, stepMark, period
  case hospitalPlace = "place.hospital"
  case prefecturePlace = "place.prefecture"
  case joinsCities = "venue.joining"

  // Examinations beside the one announced, and how their days, places and charges are told.
  case examinationOfOthers = "examination.of-others"
  case severalDays = "examination.several-days"
  case countedDay = "examination.counted-day"
  case noCity = "venue.no-city"
  case englishCity = "venue.english-city"
  case placeNoun = "venue.place"
  case meansOfPayment = "charge.means"
  case laterPaper = "application.later-paper"
  case otherEvents = "application.events"
  case eventTaken = "application.event-taken"
  case heldOnDay = "application.held-on-day"
  case someApplicants = "application.some-applicants"
  case handingInOne = "application.handing-in-one"
  case givingOfPapers = "application.giving-of-papers"
  case termLabel = "application.term-label"
  case oneHandedIn = "application.one-handed-in"
  case beyondApplying = "application.beyond"
  case doneUntilThen = "application.done-until-then"
}
