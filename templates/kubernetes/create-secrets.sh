#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Makes the secrets of this site, or those that are named: create-secrets.sh [NAME…]
{% for variable in reads %}
# Reads {{ variable }}.
{% endfor %}
# Safe to run again. A secret reaches kubectl through a pipe, never on a command line.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

made=0

{# include shell/fail.sh #}

{# include shell/read-secret.sh #}

{# include kubernetes/object.sh #}

# secret CONTEXT NAMESPACE NAME TYPE WANTED…: begins an object; false if others are wanted.
secret() {
  context=${1:-${KUBE_CONTEXT:?set KUBE_CONTEXT to the context of the cluster}}
  object "${@:2}"
}

# type_of NAME: of the object that is there, or nothing.
type_of() {
  kubectl --context "$context" --namespace "$namespace" get secret "$1" --ignore-not-found --output 'jsonpath={.type}'
}

# Makes the namespace where it is missing, and the object as it is described. A type cannot be altered in place. The server merges:
# where kubectl does and is refused, it prints all that it would have changed.
make_object() {
  kubectl --context "$context" get namespace "$namespace" >/dev/null 2>&1 \
    || kubectl --context "$context" create namespace "$namespace" >&2
  there=$(type_of "$name")
  if [ -n "$there" ] && [ "$there" != "$type" ]; then
    kubectl --context "$context" --namespace "$namespace" delete secret "$name" >&2
  fi
  manifest | kubectl --context "$context" apply --server-side --force-conflicts --filename - >&2
  made=$((made + 1))
}

# present NAME: something else makes it; it must be there.
present() {
  there=$(type_of "$1")
  [ -n "$there" ] || fail "secret $1 is not in namespace $namespace; the page says that it exists"
  made=$((made + 1))
}

{# include kubernetes/objects.sh #}
printf 'create-secrets.sh: %s done\n' "$made" >&2
