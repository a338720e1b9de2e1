#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Loads the charts of a medium into the chart repository of the site: charts.sh [MEDIUM]
# Verifies the medium first. Needs helm, or curl for a repository that is no registry, and a login that may push.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
medium=${1:-medium}
total=$(grep -c . "$here/charts.txt")
number=0
moved=0
failures=''
{# include load/begin.sh #}

# push FILE: puts one chart into the repository.
{% if registry %}
{% for place in registry %}
push() {
  helm push "$1" {{ place }} </dev/null >&2
}
{% endfor %}
{% for login in logins %}
{# include shell/read-login.sh #}
printf '%s' "$value" | helm registry login --username "$user" --password-stdin {{ login.host }} >&2
{% endfor %}
{% endif %}
{% if folder %}
{% for place in folder %}
push() {
  curl --fail --silent --show-error "${login[@]}" --upload-file "$1" {{ place }}/"${1##*/}" >&2
}
{% endfor %}
login=()
{# include shell/curl-login.sh #}
{% endif %}

while IFS= read -r file; do
  number=$((number + 1))
  printf '[%d/%d] %s\n' "$number" "$total" "$file" >&2
  if [ ! -f "$medium/charts/$file" ]; then
    failures="$failures  $file: it is not on the medium"$'\n'
  elif push "$medium/charts/$file"; then
    moved=$((moved + 1))
  else
    failures="$failures  $file"$'\n'
  fi
done <"$here/charts.txt"

printf '%d of %d charts moved\n' "$moved" "$total" >&2
{# include load/end.sh #}
