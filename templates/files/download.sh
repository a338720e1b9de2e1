#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Fetches every file of files.txt: download.sh [MEDIUM]   (MEDIUM is ./medium if it is left out)
# Goes on where it stopped. A file without an address is one that you bring: put it into MEDIUM/files yourself. Needs curl.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-medium}/files
total=$(grep -c . "$here/files.txt")
number=0
failures=''
{# include outside/environment.sh #}

# right FILE SUM: whether a file has the sum that it must have.
right() {
  [ "$2" = - ] || printf '%s  %s\n' "$2" "$1" | sha256sum --check --status
}

mkdir -p "$folder/.new"
while read -r file sum source; do
  number=$((number + 1))
  printf '[%d/%d] %s\n' "$number" "$total" "$file" >&2
  if [ -f "$folder/$file" ]; then
    right "$folder/$file" "$sum" || failures="$failures  $file: it has another sum than $sum"$'\n'
  elif [ "$source" = - ]; then
    failures="$failures  $file: put it into $folder"$'\n'
  elif ! curl --fail --silent --show-error --location --retry 3 --continue-at - --output "$folder/.new/$file" "$source" </dev/null >&2; then
    failures="$failures  $file: $source"$'\n'
  elif ! right "$folder/.new/$file" "$sum"; then
    rm -f "$folder/.new/$file"
    failures="$failures  $file: what $source gives has another sum than $sum"$'\n'
  else
    mv "$folder/.new/$file" "$folder/$file"
  fi
done <"$here/files.txt"

if [ -n "$failures" ]; then
  printf 'not fetched:\n%s' "$failures" >&2
  exit 1
fi
rm -rf "$folder/.new"
printf '%d files are in %s\n' "$total" "$folder" >&2
