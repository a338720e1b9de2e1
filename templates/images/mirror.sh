#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Fetches every image of images.txt: mirror.sh [MEDIUM]   (MEDIUM is ./medium if it is left out)
# Goes on where it stopped. Needs skopeo, and a login (skopeo login HOST) for what is not public.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
layout=${1:-medium}/images
total=$(grep -c . "$here/images.txt")
number=0
failures=''
{# include outside/environment.sh #}
{% if logins %}

{# include shell/fail.sh #}

{# include shell/read-secret.sh #}

{% for login in logins %}
{% if login.key %}
user='$oauthtoken'
{% endif %}
{# include shell/read-login.sh #}
printf '%s' "$value" | skopeo login --username "$user" --password-stdin {{ login.host }} >&2
{% endfor %}
{% endif %}

# Where an image is fetched, in the form that skopeo takes: a digest says more than the tag beside it.
source_of() {
  local name=$1
{% if mirrors %}
  case $name in
{% for mirror in mirrors %}
    {{ mirror.from }}/*) name={{ mirror.to }}"${name#{{ mirror.from }}}" ;;
{% endfor %}
  esac
{% endif %}
  case $name in
    *@*)
      local tagged=${name%@*}
      local last=${tagged##*/}
      printf '%s@%s' "${tagged%"$last"}${last%%:*}" "${name##*@}"
      ;;
    *) printf '%s' "$name" ;;
  esac
}

mkdir -p "$layout"
while IFS= read -r image; do
  number=$((number + 1))
  printf '[%d/%d] %s\n' "$number" "$total" "$image" >&2
  # The layout names an image only when all of it is there.
  if skopeo inspect --raw "oci:$layout:$image" >/dev/null 2>&1; then
    continue
  fi
  skopeo copy --all --preserve-digests --retry-times 3 --quiet "docker://$(source_of "$image")" "oci:$layout:$image" </dev/null >&2 \
    || failures="$failures  $image"$'\n'
done <"$here/images.txt"

if [ -n "$failures" ]; then
  printf 'not fetched:\n%s' "$failures" >&2
  exit 1
fi
printf '%d images are in %s\n' "$total" "$layout" >&2
