#!/bin/sh
# What `check` of the smallest page costs beside a JVM that prints one line: whole processes, in turn, on this machine.
# usage: src/bench/start.sh [PAIRS]; needs a built checkout (./airgapc version).
set -eu

pairs=${1:-15}
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/Hello.java" <<'EOF'
public class Hello { public static void main(String[] args) { System.out.println("hello"); } }
EOF
"${java}c" -d "$work" "$work/Hello.java"

flags='-XX:+UseSerialGC -XX:TieredStopAtLevel=1'
page=$home/examples/minimal/site.ag

# Wall time of one process in milliseconds.
milliseconds() {
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1
  end=$(date +%s%N)
  echo $(((end - start) / 1000000))
}

# shellcheck disable=SC2086 # flags are several words
for run in $(seq 0 "$pairs"); do
  hello=$(milliseconds "$java" $flags -cp "$work" Hello)
  check=$(milliseconds "$java" $flags -jar "$home/target/airgapc.jar" check "$page")
  [ "$run" -eq 0 ] || echo "$check $hello" >>"$work/figures" # the first pair warms the disk
done

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
"$java" -version 2>&1 | head -n 1
printf 'pairs        %s\n' "$pairs"
printf 'hello   ms   %s\n' "$(cut -d ' ' -f 2 "$work/figures" | median)"
printf 'check   ms   %s\n' "$(cut -d ' ' -f 1 "$work/figures" | median)"
printf 'ratio        %s\n' "$(awk '{ print $1 / $2 }' "$work/figures" | median)"
