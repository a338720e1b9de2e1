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
{# include load/begin.sh #}

{% for place in web %}
place={{ place }}
login=()
{# include shell/curl-login.sh #}

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
{# include load/into-folder.sh #}

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
{# include load/end.sh #}
