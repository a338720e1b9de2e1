#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Fetches every chart of charts.txt: pull.sh [MEDIUM]   (MEDIUM is ./medium if it is left out)
# Goes on where it stopped. Needs helm, and a login (helm registry login HOST) for what is not public.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-medium}/charts
total=$(grep -c . "$here/charts.txt")
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
printf '%s' "$value" | helm registry login --username "$user" --password-stdin {{ login.host }} >&2
{% endfor %}
{% endif %}

# pull CHART VERSION FOLDER: from a registry, or from a repository, whose last part is then the name.
pull() {
  case $1 in
    oci://*) helm pull "$1" --version "$2" --destination "$3" ;;
    *) helm pull "${1##*/}" --repo "${1%/*}" --version "$2" --destination "$3" ;;
  esac
}

mkdir -p "$folder"
while read -r chart version; do
  number=$((number + 1))
  printf '[%d/%d] %s %s\n' "$number" "$total" "$chart" "$version" >&2
  if [ -f "$folder/${chart##*/}-$version.tgz" ]; then
    continue
  fi
  # Helm may be stopped half-way: only a whole file gets its name.
  rm -rf "$folder/.new"
  if pull "$chart" "$version" "$folder/.new" </dev/null >&2; then
    mv "$folder/.new"/*.tgz "$folder/"
  else
    failures="$failures  $chart $version"$'\n'
  fi
  rm -rf "$folder/.new"
done <"$here/charts.txt"

if [ -n "$failures" ]; then
  printf 'not fetched:\n%s' "$failures" >&2
  exit 1
fi
printf '%d charts are in %s\n' "$total" "$folder" >&2
