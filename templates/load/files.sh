#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Loads the files of a medium onto the site's own server: files.sh [MEDIUM]
# Verifies the medium first, and moves only what is not there yet. Needs curl{% if folder %}, if that server is not this machine{% endif %}.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
medium=${1:-medium}
total=$(grep -c . "$here/files.txt")
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

{% for place in web %}
place={{ place }}
login=()
{% for login in logins %}
{# include shell/read-login.sh #}
# curl reads the login from a file that nobody else can read, so that no list of processes shows it.
config=$(umask 077 && mktemp)
trap 'rm -f "$config"' EXIT
printf 'user = "%s"\n' "$(printf '%s:%s' "$user" "$value" | sed 's/[\\"]/\\&/g')" >"$config"
login=(--config "$config")
{% endfor %}

# there FILE: whether the server has a file of this size.
there() {
  local size
  size=$(curl --fail --silent --head "${login[@]}" "$place/${1##*/}" | tr -d '\r' | awk 'tolower($1) == "content-length:" { print $2 }') || return 1
  [ "$size" = "$(stat -c %s "$1")" ]
}

# push FILE: puts one file there.
push() {
  curl --fail --silent --show-error "${login[@]}" --upload-file "$1" "$place/${1##*/}" >&2
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

while IFS= read -r file; do
  number=$((number + 1))
  printf '[%d/%d] %s\n' "$number" "$total" "$file" >&2
  if [ ! -f "$medium/files/$file" ]; then
    failures="$failures  $file: it is not on the medium"$'\n'
  elif there "$medium/files/$file"; then
    :
  elif push "$medium/files/$file"; then
    moved=$((moved + 1))
  else
    failures="$failures  $file"$'\n'
  fi
done <"$here/files.txt"

printf '%d of %d files moved\n' "$moved" "$total" >&2
if [ -n "$failures" ]; then
  printf 'not loaded:\n%s' "$failures" >&2
  exit 1
fi
