# Compares the table of layers (first file) with the flattened manifest (second) and the list of
# imports (third); used by Scripts/checks/layers.

BEGIN {
  # What the platform and the toolchain have; every target may import it.
  split("Foundation FoundationEssentials Glibc Musl Darwin Dispatch Synchronization System Testing", words, " ")
  for (i in words) platform[words[i]] = 1
  # What opens connections, the one target that may, and the first one above it.
  split("AsyncHTTPClient NIOCore NIOPosix NIOHTTP1 NIOHTTPCompression NIOSSL FoundationNetworking", words, " ")
  for (i in words) network[words[i]] = 1
  networkTarget = "Crawling"
  networkUser = "NightlyCrawl"
}

function complain(text) {
  print text
  broken = 1
}

FNR == 1 { part++ }

# The table.
part == 1 && (/^#/ || $1 == "layer") { next }
part == 1 {
  if (NF != 4) complain("Documentation/layers.tsv:" FNR ": " NF " columns, not 4")
  if ($2 in layer) complain("Documentation/layers.tsv:" FNR ": " $2 " stands here twice")
  layer[$2] = $1
  split($4, words, " ")
  for (i in words) if (words[i] != "-") allowed[$2, words[i]] = 1
}

# The manifest: collected here, judged at the end.
part == 2 && $1 ~ /^targets\.[0-9]+\.(name|type)$/ {
  split($1, at, ".")
  if (at[3] == "name") name[at[2]] = $2
  else type[at[2]] = $2
}
part == 2 && $1 ~ /^targets\.[0-9]+\.dependencies\.[0-9]+\.(byName|product|target)\.0$/ {
  split($1, at, ".")
  needs[at[2]] = needs[at[2]] " " $2
}

# The imports.
part == 3 {
  split($1, folders, "/")
  target = folders[2]
  if (!(target in layer) || $4 in platform) next
  if (!((target, $4) in allowed))
    complain($1 ":" $2 ": " target " may not import " $4)
  if ($3 == "public" && !($4 in layer))
    complain($1 ":" $2 ": " $4 " is of another package and may not be seen in a signature")
}

# Whether a target sees the network, directly or through another.
function seesNetwork(target,   pair, both) {
  for (pair in declared) {
    split(pair, both, SUBSEP)
    if (both[1] == target && (both[2] in network || reaches[both[2]])) return 1
  }
  return 0
}

END {
  for (i in name) if (type[i] != "test") {
    here[name[i]] = 1
    kind[name[i]] = type[i]
    count = split(needs[i], words, " ")
    for (j = 1; j <= count; j++) declared[name[i], words[j]] = 1
  }
  for (target in here) if (!(target in layer))
    complain("Documentation/layers.tsv: the target " target " is not in the table")
  for (target in layer) if (!(target in here))
    complain("Documentation/layers.tsv: Package.swift has no target " target)

  for (pair in declared) {
    split(pair, both, SUBSEP)
    if (!(both[1] in layer)) continue
    if (!(pair in allowed))
      complain("Package.swift: " both[1] " may not use " both[2] ", says Documentation/layers.tsv")
    if (layer[both[1]] == "tests") continue
    if (both[2] in layer && (layer[both[2]] == "tests" || layer[both[2]] + 0 >= layer[both[1]] + 0))
      complain("Package.swift: " both[1] " (layer " layer[both[1]] ") uses " both[2] \
        " (layer " layer[both[2]] "); arrows only go down")
    if (!(both[2] in layer) || kind[both[2]] == "system") {
      if (both[2] != "ArgumentParser" && both[2] in user)
        complain("Package.swift: " both[2] " is brought in by " user[both[2]] " and by " both[1])
      user[both[2]] = both[1]
    }
  }
  for (pair in allowed) if (!(pair in declared)) {
    split(pair, both, SUBSEP)
    complain("Documentation/layers.tsv: " both[1] " may import " both[2] \
      ", but Package.swift does not say so")
  }

  # Layer by layer from below, so that what is used has been judged before.
  for (level = 0; level <= layer[networkUser]; level++)
    for (target in layer) if (layer[target] == level && seesNetwork(target)) {
      reaches[target] = 1
      if (target != networkTarget && level < layer[networkUser])
        complain("Package.swift: " target " sees the network, which only " networkTarget \
          " and layer " layer[networkUser] " may")
    }

  if (!broken) print "the layers hold"
  exit broken
}
