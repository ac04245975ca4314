public import ApplicantProfile

extension RouteWording {
  /// A question with what may answer it.
  public func question(_ question: ProfileQuestion) -> String {
    let answers =
      question.answers.isEmpty
      ? self("question.example", question.example)
      : self("question.oneOf", question.answers.joined(separator: ", "))
    let list = question.isList ? "; " + self("question.list") : ""
    return self("question", self("question.\(question.key)"), answers + list)
  }
}
