#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Closes the medium: pack.sh [MEDIUM]. Writes what is on it (MANIFEST) and the sum of each file (SHA256SUMS), and prints one
# hash to be read aloud over another channel: sums on the same medium prove transport, not origin.
set -euo pipefail

cd "${1:-medium}"
rm -f MANIFEST SHA256SUMS
# What a fetch was stopped in is not carried.
rm -rf ./*/.new
list=$(mktemp)
trap 'rm -f "$list"' EXIT
find . -type f -printf '%s %P\n' | LC_ALL=C sort -k 2 >"$list"
cp "$list" MANIFEST
find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum >"$list"
cp "$list" SHA256SUMS
awk '{ bytes += $1 } END { printf "%d files, %d MiB needed inside\n", NR, (bytes + 1048575) / 1048576 }' MANIFEST >&2
sha256sum SHA256SUMS
