# What the scripts share: the folder of the checkout, messages, and what the system must have.
# Sourced by POSIX shells; `root` must be set before.
# shellcheck shell=sh

# What Debian must have. The first line is what Swift's own package manager links with.
apt_packages="binutils g++ libc6-dev pkg-config zlib1g-dev ca-certificates
libxml2-dev libmecab-dev mecab-ipadic-utf8 libsqlite3-dev poppler-utils poppler-data"

# What macOS must have; poppler brings its Japanese data along there.
brew_packages="pkg-config libxml2 mecab mecab-ipadic sqlite poppler"

# Messages go to standard error: standard output belongs to the program.
say() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# Says what is wrong and ends with an exit status.
fail() {
  status=$1
  shift
  say "$*"
  exit "$status"
}

# Runs a command for so many seconds at most, where the system can bound it: bounded SECONDS COMMAND…
bounded() {
  if command -v timeout >/dev/null 2>&1; then
    timeout -k 10 "$@"
  else
    shift
    "$@"
  fi
}

# Installs what is missing, without asking anything.
install_packages() {
  case $(uname -s) in
    Darwin) install_with_brew ;;
    *)
      if command -v apt-get >/dev/null 2>&1; then
        install_with_apt
      else
        say "no apt-get here; if the build fails, install the likes of: $apt_packages"
      fi
      ;;
  esac
  command -v swift >/dev/null 2>&1 ||
    fail 69 "swift is not on the PATH; install Swift 6.3 from https://www.swift.org/install"
}

install_with_apt() {
  missing=
  for package in $apt_packages; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
      "install ok installed") ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  say "installing with apt-get:$missing"
  can_be_root ||
    fail 69 "this needs root, or a sudo that asks for no password: apt-get install$missing"
  # A list of some other repository that cannot be fetched need not stop the installation.
  as_root apt-get -q update </dev/null >&2 || say "not every package list could be fetched"
  # shellcheck disable=SC2086 # the list is meant to be split
  as_root apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $missing \
    </dev/null >&2 || fail 69 "apt-get could not install:$missing"
}

install_with_brew() {
  command -v brew >/dev/null 2>&1 || fail 69 "brew is not on the PATH; see https://brew.sh"
  missing=
  for package in $brew_packages; do
    brew list --formula "$package" >/dev/null 2>&1 || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    say "installing with brew:$missing"
    # shellcheck disable=SC2086 # the list is meant to be split
    NONINTERACTIVE=1 brew install $missing </dev/null >&2 ||
      fail 69 "brew could not install:$missing"
  fi
  # libxml2 and sqlite are kept apart from the system's; pkg-config has to be told.
  for package in libxml2 sqlite; do
    PKG_CONFIG_PATH="$(brew --prefix "$package")/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
  done
  # MeCab has nothing for pkg-config; the compiler has to be told.
  CPATH="$(brew --prefix)/include:${CPATH:-}"
  LIBRARY_PATH="$(brew --prefix)/lib:${LIBRARY_PATH:-}"
  export PKG_CONFIG_PATH CPATH LIBRARY_PATH
}

# Whether commands can be run as root without a question.
can_be_root() {
  [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; }
}

# Runs a command as root, where `can_be_root`.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}
