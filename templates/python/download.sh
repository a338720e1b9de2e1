#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Fetches every package of the lists beside it, and what those need: download.sh [MEDIUM]   (MEDIUM is ./medium if it is left out)
# Each list is resolved by itself, for each Python of the site, whatever Python runs here: uv reads the markers, pip fetches what it chose.
# PROCESSORS="x86_64 aarch64" fetches for both; x86_64 alone without it. Goes on where it stopped. Needs uv and python3 with pip.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-medium}/python
read -r -a processors <<<"${PROCESSORS:-x86_64}"
failures=''
{# include outside/environment.sh #}
{% if certificates %}
export PIP_CERT=$SSL_CERT_FILE
{% endif %}

{# include shell/fail.sh #}

for needed in uv python3; do
  command -v "$needed" >/dev/null || fail "there is no $needed"
done

# fetch PYTHON PROCESSOR FILE: what a resolved list names, into $folder; the sources of what has no wheel, which pip builds inside.
fetch() {
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --prefer-binary --implementation cp --python-version "$1" \
    --platform "manylinux_2_28_$2" --platform "manylinux_2_17_$2" --platform "manylinux2014_$2" --platform "linux_$2" \
    --dest "$folder" --requirement "$3" >&2
}

# one PYTHON PROCESSOR LIST: resolves a list and fetches what it needs; what cannot be had at once, package by package.
one() {
  local name resolved line
  name=$(basename "$3" .txt)
  resolved=$folder/.new/$name-$1-$2.txt
  if ! uv pip compile --quiet --no-python-downloads --no-header --no-annotate --python-version "$1" --python-platform "$2-manylinux_2_28" \
    --output-file "$resolved" "$3" >/dev/null; then
    failures="$failures  $name, Python $1, $2: it cannot be resolved"$'\n'
    return
  fi
  fetch "$1" "$2" "$resolved" && return
  while IFS= read -r line; do
    printf '%s\n' "$line" >"$folder/.new/one.txt"
    fetch "$1" "$2" "$folder/.new/one.txt" || failures="$failures  $name, Python $1, $2: $line"$'\n'
  done <"$resolved"
}

mkdir -p "$folder/.new"
for list in "$here"/*.txt; do
{% for python in pythons %}
  for processor in "${processors[@]}"; do
    printf '%s, Python %s, %s\n' "$(basename "$list" .txt)" {{ python }} "$processor" >&2
    one {{ python }} "$processor" "$list"
  done
{% endfor %}
done

if [ -n "$failures" ]; then
  printf 'not fetched:\n%s' "$failures" >&2
  exit 1
fi
rm -rf "$folder/.new"
printf '%s packages are in %s\n' "$(find "$folder" -type f | wc -l | tr -d ' ')" "$folder" >&2
