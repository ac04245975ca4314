# The Python with the independent readers of our output (Scripts/lib/readers/requirements.txt).
# Sourced by POSIX shells after platform.sh; `root` must be set before.
# shellcheck shell=sh

# Sets `readers_python`; makes the environment under .build where it is missing or its list has changed.
prepare_readers() {
  readers_home=$root/.build/readers
  readers_list=$root/Scripts/lib/readers/requirements.txt
  readers_python=$readers_home/bin/python
  if ! cmp -s "$readers_list" "$readers_home/requirements.txt"; then
    say "installing the independent readers with pip"
    python3 -m venv "$readers_home" >&2 || fail 69 "python3 with venv is needed"
    # Bounded: a connection that hangs must not take the whole of the time that there is.
    bounded 300 "$readers_python" -m pip install --quiet --timeout 20 --retries 3 \
      --requirement "$readers_list" </dev/null >&2 ||
      fail 69 "pip could not install the independent readers"
    cp -- "$readers_list" "$readers_home/requirements.txt"
  fi
}
