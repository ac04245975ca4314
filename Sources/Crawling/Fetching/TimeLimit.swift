/// Runs an operation, and cancels it when a time is over.
func withTimeLimit<Value: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws(FetchFailure) -> Value
) async throws(FetchFailure) -> Value {
  let first = await withTaskGroup(of: Result<Value, FetchFailure>.self) { group in
    group.addTask {
      do throws(FetchFailure) {
        return .success(try await operation())
      } catch {
        return .failure(error)
      }
    }
    group.addTask {
      do { try await Task.sleep(for: limit) } catch { return .failure(.cancelled) }
      return .failure(.timedOut)
    }
    let first = await group.next()
    group.cancelAll()
    return first
  }
  return try (first ?? .failure(.cancelled)).get()
}
