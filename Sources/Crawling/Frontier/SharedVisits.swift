/// Which addresses were asked for in this crawl, so that none is asked for twice where sources share it.
actor SharedVisits {
  /// What came of the visit on behalf of another source.
  enum Result: Sendable {
    /// The archive has what came, as a capture of that source.
    case kept(sourceID: String)
    /// Nothing came.
    case failed(FetchFailure)
  }

  private enum State {
    case underWay([CheckedContinuation<Result?, Never>])
    case done(Result)
  }

  private var states: [WebAddress: State] = [:]

  /// What came of the visit of an address; nil where the caller has to visit it, and to say how that ended.
  ///
  /// Waits for a visit that is under way.
  func claim(_ address: WebAddress) async -> Result? {
    switch states[address] {
    case .done(let result): return result
    case .underWay(let waiting):
      return await withCheckedContinuation { states[address] = .underWay(waiting + [$0]) }
    case nil:
      states[address] = .underWay([])
      return nil
    }
  }

  /// Tells all who wait how a visit ended.
  func finish(_ address: WebAddress, _ result: Result) {
    if case .underWay(let waiting) = states[address] {
      for continuation in waiting { continuation.resume(returning: result) }
    }
    states[address] = .done(result)
  }
}
