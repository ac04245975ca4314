/// What a program trains or examines for.
public enum ProgramKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// 実地修練, the year between the preliminary and the national examination.
  case practicalTraining = "practical-training"
  /// 初期臨床研修, after the licence.
  case clinicalTraining = "clinical-training"
  /// 専門研修, after the initial clinical training.
  case specialistTraining = "specialist-training"
  /// An examination.
  case examination
  /// A licensing route of a country or a state.
  case pathway
  /// What looks alike and is none of these: 研究生, 臨床修練, 研修登録医 …
  case other
}

extension ProgramKind {
  /// The id of an institution's program of this kind.
  public func programID(at institution: String) -> String {
    "\(institution)/\(rawValue)"
  }
}
