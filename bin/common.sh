# Sourced by the scripts in this folder: what they say, and where Java and MuJoCo are. Sets `root`.

here="$(cd -P -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)"
root="$(dirname -- "$here")"
cache="${GUERDON_HOME:-${HOME:-/tmp}/.cache/guerdon}"

# Without a UTF-8 locale Java cannot name files with other letters than ASCII's.
[[ "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" == *[Uu][Tt][Ff]* ]] || export LC_ALL=C.UTF-8

# Only the program itself writes to standard output.
say() { printf 'guerdon: %s\n' "$*" >&2; }

fail() { # status, message
  local status="$1"
  shift
  say "$*"
  exit "$status"
}

native() { sed -n "s/^$1=//p" "$here/natives.properties"; }

# Prints the major version of the Java in a folder; nothing if there is none.
java_major() {
  local home="$1" text=''
  [[ -x "$home/bin/java" ]] || return 0
  # The release file is read instead of starting a JVM, because every start of guerdon asks.
  [[ -r "$home/release" ]] && text="$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release")"
  [[ -n "$text" ]] || text="$("$home/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')"
  text="${text#1.}"
  printf '%s' "${text%%[!0-9]*}"
}

# Sets JAVA_HOME to the first JDK of at least 17: JAVA_HOME, the PATH's, or a system-wide one.
find_java() { # tool that it must have: java or javac
  local tool="$1" home major onpath
  onpath="$(command -v "$tool" || true)"
  [[ -z "$onpath" ]] || onpath="$(dirname -- "$(dirname -- "$(readlink -f -- "$onpath")")")"
  for home in "${JAVA_HOME:-}" "$onpath" /usr/lib/jvm/* /opt/java/*; do
    [[ -n "$home" && -x "$home/bin/$tool" ]] || continue
    major="$(java_major "$home")"
    if [[ "${major:-0}" -ge 17 ]]; then
      export JAVA_HOME="$home"
      return 0
    fi
  done
  return 1
}

# Sets MUJOCO_HOME to the fetched one unless the user has named an own one.
find_mujoco() {
  export MUJOCO_HOME="${MUJOCO_HOME:-$cache/mujoco-$(native mujoco.version)}"
  [[ -r "$MUJOCO_HOME/include/mujoco/mujoco.h" && -e "$MUJOCO_HOME/lib/libmujoco.so.$(native mujoco.version)" ]]
}

gymnasium_home() { printf '%s/gymnasium-%s' "$cache" "$(native gymnasium.version)"; }

find_gymnasium() { [[ -r "$(gymnasium_home)/assets/hopper.xml" ]]; }

# Runs Maven from the current folder with its output in a log, telling which module it builds; without network first.
run_maven() { # log, arguments
  local log="$1"
  shift
  follow_maven "$log" -o "$@" && return 0
  grep -q 'in offline mode' "$log" || return 1
  say "fetching libraries"
  follow_maven "$log" "$@"
}

follow_maven() {
  local log="$1" line
  shift
  mvn -B "$@" 2>&1 | tee -- "$log" | while IFS= read -r line; do
    if [[ "$line" =~ Building\ (guerdon[^ ]*)\ .*\[([0-9]+)/([0-9]+)\] ]]; then
      say "  ${BASH_REMATCH[1]} (${BASH_REMATCH[2]} of ${BASH_REMATCH[3]}), $SECONDS s"
    elif [[ "$line" == 'Generating '* ]]; then
      say "  $line"
    fi
  done
  return "${PIPESTATUS[0]}"
}

# Prints what the build and the caches hold.
disk_used() {
  local text
  text="$(du -sch -- "$root"/target "$root"/*/target "$root"/*/*/target "$cache" 2>/dev/null | tail -n 1 | cut -f 1)" || true
  printf '%s in the build folders and %s' "$text" "$cache"
}
