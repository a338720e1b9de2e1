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
images=${1:-medium}/images
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

mkdir -p "$images"
while IFS= read -r image; do
  number=$((number + 1))
  printf '[%d/%d] %s\n' "$number" "$total" "$image" >&2
  # A folder each, with a name that any disk takes: `dir:` keeps every sort of manifest as it is, `oci:` does not.
  folder=$images/${image//:/+}
  if [ -d "$folder" ]; then
    continue
  fi
  # skopeo may be stopped half-way: only a whole image gets its name.
  rm -rf "$images/.new"
  if skopeo copy --all --preserve-digests --retry-times 3 --quiet "docker://$(source_of "$image")" "dir:$images/.new" </dev/null >&2; then
    mkdir -p "${folder%/*}"
    mv "$images/.new" "$folder"
  else
    failures="$failures  $image"$'\n'
  fi
  rm -rf "$images/.new"
done <"$here/images.txt"

if [ -n "$failures" ]; then
  printf 'not fetched:\n%s' "$failures" >&2
  exit 1
fi
printf '%d images are in %s\n' "$total" "$images" >&2
