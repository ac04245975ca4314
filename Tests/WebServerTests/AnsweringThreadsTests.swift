import Dispatch
import Testing

@testable import WebServer

@Suite("Threads that work answers out")
struct AnsweringThreadsTests {
  @Test("an answer that takes long holds up no other")
  func slow() async {
    let threads = AnsweringThreads(count: 2, mostWaiting: 8)
    let gate = DispatchSemaphore(value: 0)
    async let slow = threads.run {
      gate.wait()
      return "slow"
    }
    for number in 0..<100 { #expect(await threads.run { number } == number) }
    gate.signal()
    #expect(await slow == "slow")
  }

  @Test("all that wait are answered, and what is too much is refused at once")
  func many() async {
    let threads = AnsweringThreads(count: 3, mostWaiting: 1000)
    let sum = await withTaskGroup(of: Int.self) { group in
      for number in 0..<1000 { group.addTask { await threads.run { number } ?? -1 } }
      return await group.reduce(0, +)
    }
    #expect(sum == 499_500)
    #expect(await AnsweringThreads(count: 1, mostWaiting: 0).run { 1 } == nil)
  }
}
