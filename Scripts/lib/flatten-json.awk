# Turns JSON into lines `path<TAB>value`, such as `targets.3.name<TAB>Yams`. Strings lose their quotes
# and keep their escapes; no string may go over a line end, which JSON forbids anyway.

function emit(value,   i, path) {
  if (kind[depth] == "[") key[depth] = count[depth]++
  path = key[1]
  for (i = 2; i <= depth; i++) path = path "." key[i]
  print path "\t" value
}

function open(bracket) {
  if (depth > 0 && kind[depth] == "[") key[depth] = count[depth]++
  depth++
  kind[depth] = bracket
  count[depth] = 0
}

{
  rest = $0
  while (1) {
    sub(/^[ \t\r,]+/, "", rest)
    if (rest == "") break
    first = substr(rest, 1, 1)
    if (first == "{" || first == "[") {
      open(first)
      rest = substr(rest, 2)
    } else if (first == "}" || first == "]") {
      depth--
      rest = substr(rest, 2)
    } else if (match(rest, /^"([^"\\]|\\.)*"/)) {
      text = substr(rest, 2, RLENGTH - 2)
      rest = substr(rest, RLENGTH + 1)
      if (kind[depth] == "{" && rest ~ /^ *:/) {
        key[depth] = text
        sub(/^ *: */, "", rest)
      } else emit(text)
    } else {
      match(rest, /^[^],} \t]+/)
      emit(substr(rest, 1, RLENGTH))
      rest = substr(rest, RLENGTH + 1)
    }
  }
}
