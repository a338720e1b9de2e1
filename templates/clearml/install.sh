#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Installs the charts of this site in their order, or those that are named: install.sh [NAME…]
{% for release in releases %}
#   {{ release.name }}
{% endfor %}
# Safe to run again: it upgrades what is there. Needs helm{% if files %}, kubectl{% endif %}{% if carried %}, and the charts of the medium in $MEDIUM/charts (./medium if it is unset){% endif %}.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
installed=0
{% for file in certificates %}
export SSL_CERT_FILE="$here"/{{ file }}
{% endfor %}

{# include shell/fail.sh #}
{% if keys %}

{# include shell/read-secret.sh #}

# json TEXT: as a string of YAML and JSON.
json() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# Keys that a chart takes as values alone reach it in a file that nobody else can read, and that is gone afterwards.
keys=$(umask 077 && mktemp)
trap 'rm -f "$keys"' EXIT
{% endif %}

# chart NAME VERSION: where helm finds it.
chart() {
{% for place in registry %}
  chart=({{ place }}/"$1" --version "$2")
{% endfor %}
{% for place in folder %}
  chart=("$1" --repo {{ place }} --version "$2")
{% endfor %}
{% if carried %}
  chart=("${MEDIUM:-medium}/charts/$1-$2.tgz")
  [ -f "${chart[0]}" ] || fail "there is no ${chart[0]}"
{% endif %}
}

# install CONTEXT NAMESPACE RELEASE CHART VERSION VALUES MORE…
install() {
  local context=${1:-${KUBE_CONTEXT:?set KUBE_CONTEXT to the context of the cluster}}
  chart "$4" "$5"
  printf '%s %s in namespace %s\n' "$4" "$5" "$2" >&2
  helm upgrade --install "$3" "${chart[@]}" --kube-context "$context" --namespace "$2" --create-namespace \
    --values "$here/$6" "${@:7}" --wait --timeout 15m >&2
  installed=$((installed + 1))
}

{% if files %}
# apply CONTEXT NAMESPACE FILE: files that the pods of a chart mount; they have to be there first.
apply() {
  local context=${1:-${KUBE_CONTEXT:?set KUBE_CONTEXT to the context of the cluster}}
  kubectl --context "$context" get namespace "$2" >/dev/null 2>&1 \
    || kubectl --context "$context" create namespace "$2" >&2
  kubectl --context "$context" apply --server-side --force-conflicts --filename "$here/$3" >&2
}

{% endif %}
# wanted NAME ARGUMENTS…: whether this one is to be installed.
wanted() {
  local name=$1
  shift
  [ "$#" -eq 0 ] && return 0
  for argument in "$@"; do
    [ "$argument" = "$name" ] && return 0
  done
  return 1
}

for name in "$@"; do
  case $name in
{% for release in releases %}
    {{ release.name }}) ;;
{% endfor %}
    *) fail "this site has no $name" ;;
  esac
done

{% for release in releases %}
if wanted {{ release.name }} "$@"; then
{% for key in release.keys %}
  printf 'clearml:\n' >"$keys"
{% for field in key.fields %}
  read_secret {{ field.read.place }} {{ field.read.where }}{% for entry in field.read.field %} {{ entry }}{% endfor %}

  printf '  %s: %s\n' {{ field.name }} "$(json "$value")" >>"$keys"
{% endfor %}
{% for task in key.task %}
  task={{ task }}
  [ -n "${!task:-}" ] || fail "set $task to the id that clearml-serving create prints, or write it into the page"
  printf '  servingTaskId: %s\n' "$(json "${!task}")" >>"$keys"
{% endfor %}
{% endfor %}
{% for file in release.files %}
  apply {{ release.context }} {{ release.namespace }} {{ file }}
{% endfor %}
  install {{ release.context }} {{ release.namespace }} {{ release.release }} {{ release.chart }} {{ release.version }} {{ release.values }}{% if release.keys %} --values "$keys"{% endif %}

fi
{% endfor %}

printf 'install.sh: %s installed\n' "$installed" >&2
