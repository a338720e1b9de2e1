#!/bin/sh
# What a mistake costs in a page of 5,000 lines beside the same mistake in one of 200: CPU of whole processes, in turn.
# usage: src/bench/mistake.sh [PAIRS]; needs a built checkout (./airgapc version).
set -eu

pairs=${1:-11}
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A page of about so many lines, ten to a queue, with one mistake in its middle.
page() {
  awk -v lines="$1" -v slip="$2" 'BEGIN {
    print "airgap 1"
    print "site { domain = \"ml.corp.example\" }"
    print "secret keys { from = env(\"CLEARML_AGENT\") }"
    print "registry main { host = \"registry.ml.corp.example\" }"
    print "clearml-server { edition = enterprise }"
    print "clearml-agent main {"
    print "  chart       = \"6.14.6\""
    print "  image       = \"docker.io/library/python:3.12\""
    print "  credentials = secret.keys"
    queues = int((lines - 10) / 10)
    for (queue = 1; queue <= queues; queue++) {
      print "  queue q" queue " {"
      print (queue == int(queues / 2) ? slip : "    gpus   = 1")
      print "    memory = 32Gi"
      print "    env {"
      print "      A = \"1\""
      print "      B = \"\\(site.domain)\""
      print "      C = \"3\""
      print "      D = \"4\""
      print "    }"
      print "  }"
    }
    print "}"
  }'
}

# CPU of one process in milliseconds: user and system time.
cpu() {
  { TIMEFORMAT='%U %S'; LC_ALL=C bash -c 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1' time "$@" || :; } 2>&1 |
    awk '{ printf "%d\n", ($1 + $2) * 1000 }'
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

"$java" -version 2>&1 | head -n 1
printf 'pairs %s\n%-24s %8s %8s %6s\n' "$pairs" mistake 'CPU 200' 'CPU 5000' ratio
measure() {
  page 200 "$2" >"$work/small.ag"
  page 5000 "$2" >"$work/large.ag"
  : >"$work/figures"
  for run in $(seq 0 "$pairs"); do
    small=$(cpu "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$home/target/airgapc.jar" check "$work/small.ag")
    large=$(cpu "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$home/target/airgapc.jar" check "$work/large.ag")
    [ "$run" -eq 0 ] || echo "$small $large" >>"$work/figures" # the first pair warms the disk
  done
  printf '%-24s %8s %8s %6s\n' "$1" "$(cut -d ' ' -f 1 "$work/figures" | median)" "$(cut -d ' ' -f 2 "$work/figures" | median)" \
    "$(awk '{ printf "%.1f\n", $2 / $1 }' "$work/figures" | median)"
}
measure 'a colon for equals' '    gpus: 1'
measure 'a quote that is missing' '    image = "docker.io/library/python:3.12'
measure 'a brace too much' '  }'
measure 'an unknown word' '    gpu    = 1'
