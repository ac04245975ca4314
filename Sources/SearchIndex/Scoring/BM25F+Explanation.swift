extension BM25F {
  /// Returns how the score of a term comes about; its value is the score itself.
  ///
  /// `fieldNames` name the fields by their numbers; a field without a name is called by its number.
  public func explanation(
    of term: String, occurrences: [Occurrences], documentFrequency: Int, fieldNames: [String]
  ) -> Explanation {
    let idf = inverseDocumentFrequency(documentFrequency: documentFrequency)
    let tf = occurrences.reduce(0) { $0 + weightedFrequency($1) }
    return Explanation(
      score(of: occurrences, inverseDocumentFrequency: idf),
      "score of \(term) = idf · (k1 + 1) · tf / (k1 + tf)",
      details: [
        explanation(ofInverseDocumentFrequency: idf, documentFrequency: documentFrequency),
        Explanation(k1, "k1, the saturation"),
        Explanation(
          tf, "tf, summed over the fields",
          details: occurrences.map { explanation(of: $0, fieldNames: fieldNames) }),
      ])
  }

  private func explanation(
    ofInverseDocumentFrequency value: Double, documentFrequency: Int
  ) -> Explanation {
    Explanation(
      value, "idf = ln(1 + (N - n + 0.5) / (n + 0.5))",
      details: [
        Explanation(Double(statistics.documentCount), "N, the documents"),
        Explanation(Double(documentFrequency), "n, the documents with it"),
      ])
  }

  private func explanation(
    of occurrences: Occurrences, fieldNames: [String]
  ) -> Explanation {
    let number = occurrences.field
    let name = fieldNames.indices.contains(number) ? fieldNames[number] : "field \(number)"
    let field = fields.indices.contains(number) ? fields[number] : Field(weight: 0, b: 0)
    return Explanation(
      weightedFrequency(occurrences),
      "\(name): weight · frequency / (1 - b + b · length / average)",
      details: [
        Explanation(field.weight, "weight"),
        Explanation(Double(occurrences.frequency), "frequency"),
        Explanation(field.b, "b"),
        Explanation(Double(occurrences.length), "length"),
        Explanation(averageLength(of: number), "average length"),
      ])
  }
}
