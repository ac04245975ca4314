import RecruitmentModel

extension ProgramKind {
  /// The Japanese name of the kind, as titles have it.
  var japaneseName: String {
    switch self {
    case .practicalTraining: "実地修練"
    case .clinicalTraining: "初期臨床研修"
    case .specialistTraining: "専門研修"
    case .examination: "試験"
    case .pathway: "免許取得の経路"
    case .other: "その他の研修"
    }
  }
}
