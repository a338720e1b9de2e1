#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Loads the images of a medium into the registry of the site, each to its place in mapping.txt: images.sh [MEDIUM]
# Verifies the medium first, moves only what is missing. Needs skopeo, and a login that may push (skopeo login HOST).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
medium=${1:-medium}
total=$(grep -c . "$here/mapping.txt")
number=0
moved=0
failures=''

"$here/verify.sh" "$medium" >&2

# The digest of what a name means; fails where there is nothing.
digest() {
  skopeo inspect --raw "$1" 2>/dev/null </dev/null | sha256sum
}

while IFS='=' read -r upstream place; do
  number=$((number + 1))
  printf '[%d/%d] %s\n' "$number" "$total" "$place" >&2
  source=oci:$medium/images:${upstream#docker://}
  if ! wanted=$(digest "$source"); then
    failures="$failures  $place: it is not on the medium"$'\n'
    continue
  fi
  if there=$(digest "$place") && [ "$there" = "$wanted" ]; then
    continue
  fi
  if skopeo copy --all --preserve-digests --retry-times 3 --quiet "$source" "$place" </dev/null >&2; then
    moved=$((moved + 1))
  else
    failures="$failures  $place"$'\n'
  fi
done <"$here/mapping.txt"

printf '%d of %d images moved, the others were there\n' "$moved" "$total" >&2
if [ -n "$failures" ]; then
  printf 'not loaded:\n%s' "$failures" >&2
  exit 1
fi
