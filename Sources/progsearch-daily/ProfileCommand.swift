import ApplicantProfile
import ArgumentParser
import CommandSupport
import Foundation
import Presentation
import RecruitmentModel
import RoutePresentation
import Workflows

/// Makes and checks the profile of one person.
struct ProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Makes or checks your profile, for match, eligible and plan.",
    subcommands: [Make.self, Check.self])

  /// Asks the questions one by one and writes the file.
  struct Make: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: "Asks the questions one by one and writes the file.",
      discussion: """
        An empty answer leaves a value unknown. Answers may come through a pipe, a line a question, in \
        the order in which they are asked; a wrong one is left out and said, the rest is kept. An \
        existing file is kept unless --force is given.
        """)

    @OptionGroup var place: ProfileFile
    private var file: String { place.path }
    @Flag(help: "Replace an existing file.")
    var force = false
    @OptionGroup var language: LanguageOptions

    func run() async throws {
      try await Failure.reporting {
        try refuseExisting()
        let wording = try RouteWording(language)
        let (answers, isWhole) = ask(wording, DayOptions.inJapan)
        try refuseExisting()
        try write(try answers.profile().yaml)
        Terminal.say(
          "the profile is in \(file); any editor can change it (Documentation/Profile.md)")
        return isWhole ? .success : Failure.badData
      }
    }

    private func refuseExisting() throws {
      if !force, FileManager.default.fileExists(atPath: file) {
        throw Failure(
          "\(file) is there already; name another file, or replace it with --force",
          Failure.inputOutput)
      }
    }

    /// Asks until all questions are answered or the input ends; a wrong answer is asked for again at the
    /// keyboard, and left out where the answers come through a pipe.
    private func ask(
      _ wording: RouteWording, _ today: CalendarDay
    ) -> (answers: ProfileAnswers, isWhole: Bool) {
      var answers = ProfileAnswers()
      var isWhole = true
      Terminal.say(wording("question.intro"))
      questions: for question in ProfileQuestion.all {
        while true {
          Terminal.say(wording.question(question))
          guard let line = readLine() else { break questions }
          guard let fault = answers.take(line, to: question, today: today) else { break }
          guard Terminal.readsKeyboard else {
            Terminal.say("progsearch: the answer to “\(question.key)” is left out: \(fault)")
            isWhole = false
            break
          }
          Terminal.say(wording("question.wrong", fault))
        }
      }
      return (answers, isWhole)
    }

    private func write(_ text: String) throws {
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
      } catch {
        throw Failure(
          "\(file) cannot be written: \((error as NSError).localizedDescription)",
          Failure.inputOutput)
      }
    }
  }

  /// Reads a profile and says whether it is right.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Reads a profile and says what is wrong with it.")

    @OptionGroup var place: ProfileFile
    @OptionGroup var language: LanguageOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      try await Failure.reporting {
        _ = try ProfileOptions.profile(at: place.path, on: day.day)
        Terminal.say(try language.wording()("profile.right", place.path))
        return .success
      }
    }
  }
}
