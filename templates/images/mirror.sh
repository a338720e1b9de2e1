#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Fetches every image of images.txt: mirror.sh [MEDIUM]   (MEDIUM is ./medium if it is left out)
# Goes on where it stopped. Needs skopeo, and a login (skopeo login HOST) for what is not public.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
layout=${1:-medium}/images
total=$(grep -c . "$here/images.txt")
number=0
failures=''

mkdir -p "$layout"
while IFS= read -r image; do
  number=$((number + 1))
  printf '[%d/%d] %s\n' "$number" "$total" "$image" >&2
  # The layout names an image only when all of it is there.
  if skopeo inspect --raw "oci:$layout:$image" >/dev/null 2>&1; then
    continue
  fi
  skopeo copy --all --preserve-digests --retry-times 3 --quiet "docker://$image" "oci:$layout:$image" </dev/null >&2 \
    || failures="$failures  $image"$'\n'
done <"$here/images.txt"

if [ -n "$failures" ]; then
  printf 'not fetched:\n%s' "$failures" >&2
  exit 1
fi
printf '%d images are in %s\n' "$total" "$layout" >&2
