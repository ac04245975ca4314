# Completion of progsearch for bash; made by Scripts/make-manual. Use: source this file.
_progsearch_values() { progsearch topics --values "$1" 2>/dev/null; }
# The values of a field of a query; none where they are no list.
_progsearch_field() {
  case "$1" in
    prefecture) _progsearch_values prefectures ;;
    region) _progsearch_values regions ;;
    kind) _progsearch_values kinds ;;
    institution) _progsearch_values institutions ;;
    status) _progsearch_values statuses ;;
    open) _progsearch_values statuses ;;
    recommendation) _progsearch_values recommendations ;;
    obligation) _progsearch_values obligations ;;
    accepting) _progsearch_values acceptances ;;
  esac
}
_progsearch() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} list= field= prefix=
  case "$command ${COMP_WORDS[2]}" in
    'watch add') [ "$COMP_CWORD" -gt 2 ] && command='watch add' ;;
    'watch list') [ "$COMP_CWORD" -gt 2 ] && command='watch list' ;;
    'watch remove') [ "$COMP_CWORD" -gt 2 ] && command='watch remove' ;;
    'profile check') [ "$COMP_CWORD" -gt 2 ] && command='profile check' ;;
    'profile init') [ "$COMP_CWORD" -gt 2 ] && command='profile init' ;;
    'help topics') [ "$COMP_CWORD" -gt 2 ] && command='help topics' ;;
  esac
  [ "$COMP_CWORD" -gt 1 ] || command=
  # The shell takes a colon for the end of a word, if it is not told otherwise.
  if [ "$word" = : ]; then field=$before word=
  elif [ "$before" = : ]; then field=${COMP_WORDS[COMP_CWORD-2]}
  elif [[ $word == *:* ]]; then field=${word%%:*} prefix=${word%%:*}: word=${word#*:}; fi
  case "$command" in 'query'|'export'|'calendar'|'watch add')
    compopt +o default 2>/dev/null
    [ -z "$field" ] || { COMPREPLY=($(compgen -P "$prefix" -W "$(_progsearch_field "$field")" -- "$word")); return; } ;;
  esac
  case "$command $before" in
    'query --format') list='table json jsonl csv markdown html' ;;
    *' --lang') list='ja en' ;;
    *' --kind') list=$(_progsearch_values kinds) ;;
    'show --format') list='table json' ;;
    'compare --format') list='table json' ;;
    'export --format') list='csv jsonl markdown html ical atom jsonld site' ;;
    'calendar --format') list='table svg' ;;
    *' --for') list=$(_progsearch_values watches) ;;
    'changes --format') list='table json atom' ;;
    'doctor --format') list='table json' ;;
    'match --format') list='table json' ;;
    'eligible --format') list='table json' ;;
    'plan --format') list='table json svg ical' ;;
    'extract --format') list='table json' ;;
    'sources --format') list='table json' ;;
    'verify --format') list='table json' ;;
    'help topics --values') list='ids prefectures regions fields watches kinds topics examinations institutions statuses recommendations obligations acceptances' ;;
    *' --output'|*' --index'|*' --batch'|*' --from'|*' --archive'|*' --sources'|*' --profile') COMPREPLY=($(compgen -f -- "$word")); return ;;
    *) case "$command" in
      'query') if [[ $word == -* ]]; then list='--index --format --lang --evidence --ambiguous-width --no-pager --output --today --limit --kind --all --explain --batch --version --help'; else list=" $(_progsearch_values fields | sed 's/$/:/') $(_progsearch_values prefectures)"; fi ;;
      'show') if [[ $word == -* ]]; then list='--index --format --lang --today --ambiguous-width --no-pager --output --version --help'; else list=" $(_progsearch_values ids)"; fi ;;
      'compare') if [[ $word == -* ]]; then list='--index --format --lang --today --ambiguous-width --no-pager --output --evidence --version --help'; else list=" $(_progsearch_values ids)"; fi ;;
      'export') if [[ $word == -* ]]; then list='--format --kind --bom --schema --output --index --lang --today --version --help'; else list=" $(_progsearch_values fields | sed 's/$/:/') $(_progsearch_values prefectures)"; fi ;;
      'calendar') if [[ $word == -* ]]; then list='--format --kind --limit --index --lang --today --ambiguous-width --no-pager --output --version --help'; else list=" $(_progsearch_values fields | sed 's/$/:/') $(_progsearch_values prefectures)"; fi ;;
      'changes') if [[ $word == -* ]]; then list='--since --for --keep-unread --format --lang --index --today --ambiguous-width --no-pager --output --version --help'; else list=""; fi ;;
      'watch') if [[ $word == -* ]]; then list='--version --help'; else list="add list remove"; fi ;;
      'watch add') if [[ $word == -* ]]; then list='--index --today --version --help'; else list=" $(_progsearch_values fields | sed 's/$/:/') $(_progsearch_values prefectures)"; fi ;;
      'watch list') if [[ $word == -* ]]; then list='--index --lang --today --version --help'; else list=""; fi ;;
      'watch remove') if [[ $word == -* ]]; then list='--version --help'; else list=" $(_progsearch_values watches)"; fi ;;
      'doctor') if [[ $word == -* ]]; then list='--index --format --lang --ambiguous-width --no-pager --output --version --help'; else list=""; fi ;;
      'match') if [[ $word == -* ]]; then list='--profile --index --format --lang --today --ambiguous-width --no-pager --output --all --version --help'; else list=""; fi ;;
      'eligible') if [[ $word == -* ]]; then list='--profile --index --format --lang --today --ambiguous-width --no-pager --output --year --version --help'; else list=" $(_progsearch_values examinations)"; fi ;;
      'plan') if [[ $word == -* ]]; then list='--profile --index --today --format --lang --ambiguous-width --no-pager --output --version --help'; else list=""; fi ;;
      'profile') if [[ $word == -* ]]; then list='--version --help'; else list="check init"; fi ;;
      'profile check') if [[ $word == -* ]]; then list='--lang --version --help'; else list=""; fi ;;
      'profile init') if [[ $word == -* ]]; then list='--force --lang --version --help'; else list=""; fi ;;
      'extract') if [[ $word == -* ]]; then list='--url --pieces --format --lang --allow-private-network --contact --version --help'; else list=""; fi ;;
      'sources') if [[ $word == -* ]]; then list='--sources --archive --ledger --format --lang --version --help'; else list=""; fi ;;
      'crawl') if [[ $word == -* ]]; then list='--sources --archive --index --only --offline --allow-private-network --contact --version --help'; else list=""; fi ;;
      'verify') if [[ $word == -* ]]; then list='--index --archive --format --version --help'; else list=""; fi ;;
      'robots') if [[ $word == -* ]]; then list='--agent --version --help'; else list=""; fi ;;
      'demo') if [[ $word == -* ]]; then list='--keep --lang --version --help'; else list=""; fi ;;
      'index') if [[ $word == -* ]]; then list='--from --index --version --help'; else list=""; fi ;;
      'check') if [[ $word == -* ]]; then list='--index --version --help'; else list=""; fi ;;
      'serve') if [[ $word == -* ]]; then list='--port --host --framed-by --index --today --version --help'; else list=""; fi ;;
      'help topics') if [[ $word == -* ]]; then list='--values --index --lang --ambiguous-width --no-pager --output --version --help'; else list=" $(_progsearch_values topics)"; fi ;;
      'help') if [[ $word == -* ]]; then list=''; else list="topics query show compare export calendar changes watch doctor match eligible plan profile extract sources crawl verify robots demo index check serve"; fi ;;
      '') if [[ $word == -* ]]; then list=''; else list="query show compare export calendar changes watch doctor match eligible plan profile extract sources crawl verify robots demo index check serve help"; fi ;;
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$list" -- "$word"))
  case "$command" in 'extract'|'robots'|'profile init'|'profile check'|'export') [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- "$word")) ;; esac
  # Behind the colon of a field comes its value.
  if [ "${#COMPREPLY[@]}" = 1 ] && [[ ${COMPREPLY[0]} == *: ]]; then compopt -o nospace 2>/dev/null; fi
  return 0
}
complete -o default -F _progsearch progsearch
