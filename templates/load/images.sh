#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Loads the images of a medium into the registry of the site, each to its place in mapping.txt: images.sh [MEDIUM]
# Verifies the medium first, moves only what is missing. Needs skopeo, and a login that may push (skopeo login HOST).
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
medium=${1:-medium}
total=$(grep -c . "$here/mapping.txt")
number=0
moved=0
failures=''
{% for file in certificates %}
export SSL_CERT_FILE="$here"/{{ file }}
{% endfor %}

"$here/verify.sh" "$medium" >&2
{% if logins %}

{# include shell/fail.sh #}

{# include shell/read-secret.sh #}

{% for login in logins %}
{# include shell/read-login.sh #}
printf '%s' "$value" | skopeo login --username "$user" --password-stdin {{ login.host }} >&2
{% endfor %}
{% endif %}

# reach PLACE: how skopeo reaches a registry: one that cannot prove who it is must be said to be trusted.
reach() {
  verify=true
  case $1 in
{% for host in insecure %}
    docker://{{ host }}/*) verify=false ;;
{% endfor %}
  esac
}

# The digest of what a place of a registry holds; fails where there is nothing.
digest() {
  skopeo inspect --raw --tls-verify="$verify" "$1" 2>/dev/null </dev/null | sha256sum
}

while IFS='=' read -r upstream place; do
  number=$((number + 1))
  printf '[%d/%d] %s\n' "$number" "$total" "$place" >&2
  upstream=${upstream#docker://}
  folder=$medium/images/${upstream//:/+}
  # What has a tag is pushed by its tag; the digest stays what it is.
  tagged=${place%@*}
  case ${tagged##*/} in *:*) place=$tagged ;; esac
  reach "$place"
  if [ ! -f "$folder/manifest.json" ]; then
    failures="$failures  $place: it is not on the medium"$'\n'
    continue
  fi
  if there=$(digest "$place") && [ "$there" = "$(sha256sum <"$folder/manifest.json")" ]; then
    continue
  fi
  if skopeo copy --all --preserve-digests --retry-times 3 --quiet --dest-tls-verify="$verify" "dir:$folder" "$place" </dev/null >&2; then
    moved=$((moved + 1))
  else
    failures="$failures  $place"$'\n'
  fi
done <"$here/mapping.txt"

printf '%d of %d images moved, the others were there\n' "$moved" "$total" >&2
{# include load/end.sh #}
