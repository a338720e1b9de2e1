#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Loads the packages of a medium into the site's index: python.sh [MEDIUM]
# Verifies the medium first, and moves only what is not there yet. Needs curl.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
medium=${1:-medium}
number=0
moved=0
failures=''
{# include load/begin.sh #}
total=$(find "$medium/python" -maxdepth 1 -type f 2>/dev/null | wc -l | tr -d ' ')
[ "$total" -gt 0 ] || fail "there is no package in $medium/python"

{% for place in web %}
place={{ place.place }}
index={{ place.index }}
login=({% if place.insecure %}--insecure{% endif %})
{# include shell/curl-login.sh #}

# parts FILE: $name, $version, $type and $python of a package, by the name of its file: a wheel, or sources.
parts() {
  name=${1##*/}
  if [ "${name%.whl}" != "$name" ]; then
    type=bdist_wheel
    name=${name%.whl}
    version=${name#*-}
    version=${version%%-*}
    python=${name%-*-*}
    python=${python##*-}
    name=${name%%-*}
  else
    type=sdist
    python=source
    name=${name%.zip}
    name=${name%.tar.*}
    version=${name##*-}
    name=${name%-*}
  fi
}

# there FILE: whether the index lists it under the name of its package (simple repository API).
there() {
  local name version type python
  parts "$1"
  name=$(printf '%s' "$name" | tr '[:upper:]' '[:lower:]' | sed 's/[-_.][-_.]*/-/g')
  curl --fail --silent --location "${login[@]}" "$index/$name/" | grep -F -q -- "${1##*/}"
}

# push FILE: sends it as twine does (legacy upload API).
push() {
  local name version type python
  parts "$1"
  curl --fail --silent --show-error "${login[@]}" --form ':action=file_upload' --form protocol_version=1 --form metadata_version=2.1 \
    --form "name=$name" --form "version=$version" --form "filetype=$type" --form "pyversion=$python" \
    --form "sha256_digest=$(sha256sum "$1" | cut -c 1-64)" --form "content=@$1" "$place" >&2
}
{% endfor %}
{# include load/into-folder.sh #}

for file in "$medium"/python/*; do
  number=$((number + 1))
  printf '[%d/%d] %s\n' "$number" "$total" "${file##*/}" >&2
  if there "$file"; then
    :
  elif push "$file"; then
    moved=$((moved + 1))
  else
    failures="$failures  ${file##*/}"$'\n'
  fi
done

printf '%d of %d packages moved\n' "$moved" "$total" >&2
{# include load/end.sh #}
