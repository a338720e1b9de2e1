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
{% for file in certificates %}
export SSL_CERT_FILE="$here"/{{ file }} CURL_CA_BUNDLE="$here"/{{ file }}
{% endfor %}

{# include shell/fail.sh #}
{% if logins %}

{# include shell/read-secret.sh #}
{% endif %}

"$here/verify.sh" "$medium" >&2
total=$(find "$medium/python" -maxdepth 1 -type f 2>/dev/null | wc -l | tr -d ' ')
[ "$total" -gt 0 ] || fail "there is no package in $medium/python"

{% for place in web %}
place={{ place.place }}
index={{ place.index }}
login=({% if place.insecure %}--insecure{% endif %})
{% for login in logins %}
{# include shell/read-login.sh #}
# curl reads the login from a file that nobody else can read, so that no list of processes shows it.
config=$(umask 077 && mktemp)
trap 'rm -f "$config"' EXIT
printf 'user = "%s"\n' "$(printf '%s:%s' "$user" "$value" | sed 's/[\\"]/\\&/g')" >"$config"
login+=(--config "$config")
{% endfor %}

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
{% for place in folder %}
place={{ place }}

# there FILE: whether the folder has this file.
there() {
  cmp -s "$1" "$place/${1##*/}"
}

# push FILE: puts one file there, whole or not at all.
push() {
  mkdir -p "$place" && cp "$1" "$place/.${1##*/}.new" && mv "$place/.${1##*/}.new" "$place/${1##*/}"
}
{% endfor %}

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
if [ -n "$failures" ]; then
  printf 'not loaded:\n%s' "$failures" >&2
  exit 1
fi
