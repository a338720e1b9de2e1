#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Proves that a medium arrived whole: verify.sh [MEDIUM]. Prints the hash that was read aloud when it was packed.
set -euo pipefail

cd "${1:-medium}"
[ -f SHA256SUMS ] || { printf 'there is no SHA256SUMS in %s\n' "$PWD" >&2; exit 1; }
sha256sum SHA256SUMS
sha256sum --check --quiet --strict SHA256SUMS >&2 || { printf 'bring the medium again\n' >&2; exit 1; }
# A file without a sum came from somewhere else.
surplus=$(find . -type f ! -path ./SHA256SUMS -print | LC_ALL=C sort | LC_ALL=C comm -23 - <(cut -c 67- SHA256SUMS | LC_ALL=C sort))
[ -z "$surplus" ] || { printf 'not packed by the sender:\n%s\n' "$surplus" >&2; exit 1; }
printf 'the medium is whole\n' >&2
