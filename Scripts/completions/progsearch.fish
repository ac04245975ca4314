# Completion of progsearch for fish; made by Scripts/make-manual. Use: put this file into ~/.config/fish/completions.
complete -c progsearch -f
function __progsearch_words
  set -l field (string split -m 1 : -- (commandline -ct))
  if test (count $field) -lt 2
    progsearch topics --values prefectures 2>/dev/null
    progsearch topics --values fields 2>/dev/null | sed 's/$/:/'
    return
  end
  set -l list
  switch $field[1]
    case prefecture
      set list prefectures
    case region
      set list regions
    case kind
      set list kinds
    case institution
      set list institutions
    case status
      set list statuses
    case open
      set list statuses
    case recommendation
      set list recommendations
    case obligation
      set list obligations
    case accepting
      set list acceptances
  end
  test -n "$list"; and progsearch topics --values $list 2>/dev/null | sed "s/^/$field[1]:/"
end
complete -c progsearch -n '__fish_use_subcommand' -a query -d 'Finds programs and compares them in a table.'
complete -c progsearch -n '__fish_use_subcommand' -a show -d 'Shows one program with the evidence of every fact, and what changed.'
complete -c progsearch -n '__fish_use_subcommand' -a compare -d 'Shows programs side by side, a row a fact; differences are marked.'
complete -c progsearch -n '__fish_use_subcommand' -a export -d 'Writes programs as CSV, calendar, HTML and other formats.'
complete -c progsearch -n '__fish_use_subcommand' -a calendar -d 'Shows application windows, selection days and examinations on one time line.'
complete -c progsearch -n '__fish_use_subcommand' -a changes -d 'Shows what changed between crawls, with the words before and after.'
complete -c progsearch -n '__fish_use_subcommand' -a watch -d 'Keeps searches of which “changes --for NAME” tells the news.'
complete -c progsearch -n '__fish_use_subcommand' -a doctor -d 'Looks whether all that progsearch needs is there.'
complete -c progsearch -n '__fish_use_subcommand' -a match -d 'Ranks programs for one person: yes, no or unknown for every condition.'
complete -c progsearch -n '__fish_use_subcommand' -a eligible -d 'Says whether you may sit an examination: yes, no or unknown, rule by rule.'
complete -c progsearch -n '__fish_use_subcommand' -a plan -d 'Lays out your way to the licence as dated steps, with what collides.'
complete -c progsearch -n '__fish_use_subcommand' -a profile -d 'Makes or checks your profile, for match, eligible and plan.'
complete -c progsearch -n '__fish_use_subcommand' -a extract -d 'Reads the programs that pages, PDFs or text files state.'
complete -c progsearch -n '__fish_use_subcommand' -a sources -d 'Lists the sources with when each was last fetched and how that went.'
complete -c progsearch -n '__fish_use_subcommand' -a crawl -d 'Fetches what has changed, reads it, and replaces the index in one step.'
complete -c progsearch -n '__fish_use_subcommand' -a verify -d 'Reads every fact of the index again from the archived pages.'
complete -c progsearch -n '__fish_use_subcommand' -a robots -d 'Says whether a robots.txt allows addresses, and which line of it decides.'
complete -c progsearch -n '__fish_use_subcommand' -a demo -d 'Shows the whole on made-up hospitals: serves them on loopback, crawls, asks.'
complete -c progsearch -n '__fish_use_subcommand' -a index -d 'Builds the index from records (JSON lines).'
complete -c progsearch -n '__fish_use_subcommand' -a check -d 'Proves the index file whole, to its last byte.'
complete -c progsearch -n '__fish_use_subcommand' -a serve -d 'Serves the search as a web page and a JSON API.'
complete -c progsearch -n '__fish_use_subcommand' -a help -d 'Shows the help of a command, or explains a topic.'
complete -c progsearch -n '__fish_seen_subcommand_from watch' -a add -d 'Keeps a search under a name; its news begin from now.'
complete -c progsearch -n '__fish_seen_subcommand_from watch' -a list -d 'Lists the searches, and how many news each has.'
complete -c progsearch -n '__fish_seen_subcommand_from watch' -a remove -d 'Takes a search away.'
complete -c progsearch -n '__fish_seen_subcommand_from profile' -a check -d 'Reads a profile and says what is wrong with it.'
complete -c progsearch -n '__fish_seen_subcommand_from profile' -a init -d 'Asks the questions one by one and writes the file.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a topics -d 'Explains the query language, evidence, statuses and exit statuses.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a query -d 'Finds programs and compares them in a table.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a show -d 'Shows one program with the evidence of every fact, and what changed.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a compare -d 'Shows programs side by side, a row a fact; differences are marked.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a export -d 'Writes programs as CSV, calendar, HTML and other formats.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a calendar -d 'Shows application windows, selection days and examinations on one time line.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a changes -d 'Shows what changed between crawls, with the words before and after.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a watch -d 'Keeps searches of which “changes --for NAME” tells the news.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a doctor -d 'Looks whether all that progsearch needs is there.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a match -d 'Ranks programs for one person: yes, no or unknown for every condition.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a eligible -d 'Says whether you may sit an examination: yes, no or unknown, rule by rule.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a plan -d 'Lays out your way to the licence as dated steps, with what collides.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a profile -d 'Makes or checks your profile, for match, eligible and plan.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a extract -d 'Reads the programs that pages, PDFs or text files state.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a sources -d 'Lists the sources with when each was last fetched and how that went.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a crawl -d 'Fetches what has changed, reads it, and replaces the index in one step.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a verify -d 'Reads every fact of the index again from the archived pages.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a robots -d 'Says whether a robots.txt allows addresses, and which line of it decides.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a demo -d 'Shows the whole on made-up hospitals: serves them on loopback, crawls, asks.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a index -d 'Builds the index from records (JSON lines).'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a check -d 'Proves the index file whole, to its last byte.'
complete -c progsearch -n '__fish_seen_subcommand_from help' -a serve -d 'Serves the search as a web page and a JSON API.'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from query' -l format -d 'How to write: table for people; json, the whole answer; jsonl, csv, markdown, html, the programs.' -x -a 'table json jsonl csv markdown html'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l evidence -d 'Show the words that prove each value in footnotes below the table.'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from query' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l limit -d 'The most programs to show.'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l kind -d 'The kind of program (default: what the words say, else practical-training).' -x -a '(progsearch topics --values kinds 2>/dev/null)'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l all -d 'Show programs that fail a condition too, last.'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l explain -d 'Say what each rank is made of.'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l batch -d 'A file with a query a line (- for standard input); answers as JSON, one a line.' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from query' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from query' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from query' -a '(__progsearch_words)'
complete -c progsearch -n '__fish_seen_subcommand_from show' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from show' -l format -d 'How to write: table for people, json for programs.' -x -a 'table json'
complete -c progsearch -n '__fish_seen_subcommand_from show' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from show' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from show' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from show' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from show' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from show' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from show' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from show' -a '(progsearch topics --values ids 2>/dev/null)'
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l format -d 'How to write: table for people, json for programs.' -x -a 'table json'
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l evidence -d 'Show the words that prove each value in footnotes.'
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from compare' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from compare' -a '(progsearch topics --values ids 2>/dev/null)'
complete -c progsearch -n '__fish_seen_subcommand_from export' -l format -d 'The format.' -x -a 'csv jsonl markdown html ical atom jsonld site'
complete -c progsearch -n '__fish_seen_subcommand_from export' -l kind -d 'The kind of program (default: with words as in “query”, else as said above).' -x -a '(progsearch topics --values kinds 2>/dev/null)'
complete -c progsearch -n '__fish_seen_subcommand_from export' -l bom -d 'Start CSV with a byte order mark, for spreadsheets that ask for it.'
complete -c progsearch -n '__fish_seen_subcommand_from export' -l schema -d 'Print the JSON Schema of a record, and nothing else.'
complete -c progsearch -n '__fish_seen_subcommand_from export' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from export' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from export' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from export' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from export' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from export' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from export' -a '(__progsearch_words)'
complete -c progsearch -n '__fish_seen_subcommand_from export' -F
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l format -d 'How to draw: table for a terminal, svg for a picture.' -x -a 'table svg'
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l kind -d 'The kind of program (default: with words as in “query”, else practical training and examinations).' -x -a '(progsearch topics --values kinds 2>/dev/null)'
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l limit -d 'The most programs to show, those whose days come next.'
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from calendar' -a '(__progsearch_words)'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l since -d 'Only what was noticed on this day or later, as 2026-11-01 (default: everything).'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l for -d 'Only the news of a kept search.' -x -a '(progsearch topics --values watches 2>/dev/null)'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l keep-unread -d 'With --for: leave the news unread.'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l format -d 'How to write: table for people, json for programs, atom for readers of feeds.' -x -a 'table json atom'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from changes' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from watch' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from watch' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from add' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from add' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from add' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from add' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from add' -a '(__progsearch_words)'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from list' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from list' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from list' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from list' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from list' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from remove' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from remove' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from watch; and __fish_seen_subcommand_from remove' -a '(progsearch topics --values watches 2>/dev/null)'
complete -c progsearch -n '__fish_seen_subcommand_from doctor' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from doctor' -l format -d 'How to write: table for people, json for programs.' -x -a 'table json'
complete -c progsearch -n '__fish_seen_subcommand_from doctor' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from doctor' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from doctor' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from doctor' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from doctor' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from doctor' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from match' -l profile -d 'What you say of yourself, as YAML (made by “progsearch profile init”).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from match' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from match' -l format -d 'How to write: table for people, json for programs.' -x -a 'table json'
complete -c progsearch -n '__fish_seen_subcommand_from match' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from match' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from match' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from match' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from match' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from match' -l all -d 'Show programs that fail a condition too, last.'
complete -c progsearch -n '__fish_seen_subcommand_from match' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from match' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l profile -d 'What you say of yourself, as YAML (made by “progsearch profile init”).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l format -d 'How to write: table for people, json for programs.' -x -a 'table json'
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l year -d 'The year in which you would apply (default: that of the record).'
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from eligible' -a '(progsearch topics --values examinations 2>/dev/null)'
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l profile -d 'What you say of yourself, as YAML (made by “progsearch profile init”).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan).'
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l format -d 'How to write: table for people, json for programs, svg (a time line), ical.' -x -a 'table json svg ical'
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from plan' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from profile' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from profile' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from profile; and __fish_seen_subcommand_from check' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from profile; and __fish_seen_subcommand_from check' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from profile; and __fish_seen_subcommand_from check' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from profile; and __fish_seen_subcommand_from check' -F
complete -c progsearch -n '__fish_seen_subcommand_from profile; and __fish_seen_subcommand_from init' -l force -d 'Replace an existing file.'
complete -c progsearch -n '__fish_seen_subcommand_from profile; and __fish_seen_subcommand_from init' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from profile; and __fish_seen_subcommand_from init' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from profile; and __fish_seen_subcommand_from init' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from profile; and __fish_seen_subcommand_from init' -F
complete -c progsearch -n '__fish_seen_subcommand_from extract' -l url -d 'The address that a file stands for.'
complete -c progsearch -n '__fish_seen_subcommand_from extract' -l pieces -d 'Show the pieces of a page with their labels, for mending the tables of words.'
complete -c progsearch -n '__fish_seen_subcommand_from extract' -l format -d 'How to write: table for people, json for programs.' -x -a 'table json'
complete -c progsearch -n '__fish_seen_subcommand_from extract' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from extract' -l allow-private-network -d 'Fetch from private and loopback addresses too; else they are refused.'
complete -c progsearch -n '__fish_seen_subcommand_from extract' -l contact -d 'Where a webmaster can ask about the crawl: an address of mail or of a page (default: PROGSEARCH_CONTACT).'
complete -c progsearch -n '__fish_seen_subcommand_from extract' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from extract' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from extract' -F
complete -c progsearch -n '__fish_seen_subcommand_from sources' -l sources -d 'The source list (default: the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from sources' -l archive -d 'The folder of the archive.' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from sources' -l ledger -d 'Show what was asked of a host, when, and why it was allowed.'
complete -c progsearch -n '__fish_seen_subcommand_from sources' -l format -d 'How to write: table for people, json for programs.' -x -a 'table json'
complete -c progsearch -n '__fish_seen_subcommand_from sources' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from sources' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from sources' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from crawl' -l sources -d 'The source list (default: the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from crawl' -l archive -d 'The folder of the archive.' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from crawl' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from crawl' -l only -d 'Visit only these sources.'
complete -c progsearch -n '__fish_seen_subcommand_from crawl' -l offline -d 'Fetch nothing; read everything again from the archive.'
complete -c progsearch -n '__fish_seen_subcommand_from crawl' -l allow-private-network -d 'Fetch from private and loopback addresses too; else they are refused.'
complete -c progsearch -n '__fish_seen_subcommand_from crawl' -l contact -d 'Where a webmaster can ask about the crawl: an address of mail or of a page (default: PROGSEARCH_CONTACT).'
complete -c progsearch -n '__fish_seen_subcommand_from crawl' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from crawl' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from verify' -l index -d 'The folder of the index, or a file of records (default: PROGSEARCH_INDEX, else the index that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from verify' -l archive -d 'The folders of archives.' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from verify' -l format -d 'How to write: table for people, json for programs (a fault a line, then the sums).' -x -a 'table json'
complete -c progsearch -n '__fish_seen_subcommand_from verify' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from verify' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from robots' -l agent -d 'The name of the crawler.'
complete -c progsearch -n '__fish_seen_subcommand_from robots' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from robots' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from robots' -F
complete -c progsearch -n '__fish_seen_subcommand_from demo' -l keep -d 'Keep source list, archive and index in this folder.'
complete -c progsearch -n '__fish_seen_subcommand_from demo' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from demo' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from demo' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from index' -l from -d 'Files of records, one JSON object a line.' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from index' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from index' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from index' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from check' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from check' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from check' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from serve' -l port -d 'The port; 0 takes a free one.'
complete -c progsearch -n '__fish_seen_subcommand_from serve' -l host -d 'The address to listen on; 0.0.0.0 answers other machines too.'
complete -c progsearch -n '__fish_seen_subcommand_from serve' -l framed-by -d 'Who may show the pages in a frame: self, none, or an origin such as https://guide.example.'
complete -c progsearch -n '__fish_seen_subcommand_from serve' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from serve' -l today -d 'The day that counts as today, as 2026-11-21 (default: today in Japan, day after day).'
complete -c progsearch -n '__fish_seen_subcommand_from serve' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from serve' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from help; and __fish_seen_subcommand_from topics' -l values -d 'Print values, one a line, for the completion of shells.' -x -a 'ids prefectures regions fields watches kinds topics examinations institutions statuses recommendations obligations acceptances'
complete -c progsearch -n '__fish_seen_subcommand_from help; and __fish_seen_subcommand_from topics' -l index -d 'The folder of the index (default: PROGSEARCH_INDEX, else the one that comes with the program).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from help; and __fish_seen_subcommand_from topics' -l lang -d 'The language of labels, ja or en (default: the locale\'s). Quotations stay as they are.' -x -a 'ja en'
complete -c progsearch -n '__fish_seen_subcommand_from help; and __fish_seen_subcommand_from topics' -l ambiguous-width -d 'The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).'
complete -c progsearch -n '__fish_seen_subcommand_from help; and __fish_seen_subcommand_from topics' -l no-pager -d 'Show long answers at once, not page by page.'
complete -c progsearch -n '__fish_seen_subcommand_from help; and __fish_seen_subcommand_from topics' -l output -d 'Write to a file, which is replaced in one step (default: standard output).' -r -F
complete -c progsearch -n '__fish_seen_subcommand_from help; and __fish_seen_subcommand_from topics' -l version -d 'Show the version.'
complete -c progsearch -n '__fish_seen_subcommand_from help; and __fish_seen_subcommand_from topics' -l help -d 'Show help information.'
complete -c progsearch -n '__fish_seen_subcommand_from help; and __fish_seen_subcommand_from topics' -a '(progsearch topics --values topics 2>/dev/null)'
