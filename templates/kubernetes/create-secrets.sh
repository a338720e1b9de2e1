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

# secret CONTEXT NAMESPACE NAME TYPE WANTED…: begins an object; false if others are wanted.
secret() {
  context=${1:-${KUBE_CONTEXT:?set KUBE_CONTEXT to the context of the cluster}}
  namespace=$2 name=$3 type=$4 data=''
  shift 4
  [ "$#" -eq 0 ] && return 0
  for wanted in "$@"; do
    [ "$wanted" = "$name" ] && return 0
  done
  return 1
}

# key DATA VALUE: one entry of the object.
key() {
  data="$data  \"$1\": \"$(printf '%s' "$2" | base64 | tr -d '\n')\""$'\n'
}

# login SERVER USERNAME PASSWORD: one more registry, as docker keeps a login.
login() {
  logins="$logins${logins:+,}\"$1\":{\"auth\":\"$(printf '%s:%s' "$2" "$3" | base64 | tr -d '\n')\"}"
}

# type_of NAME: of the object that is there, or nothing.
type_of() {
  kubectl --context "$context" --namespace "$namespace" get secret "$1" --ignore-not-found --output 'jsonpath={.type}'
}

# Makes the namespace where it is missing, and the object as it is described. A type cannot be altered in place. The server merges:
# where kubectl does and is refused, it prints all that it would have changed.
apply() {
  kubectl --context "$context" get namespace "$namespace" >/dev/null 2>&1 \
    || kubectl --context "$context" create namespace "$namespace" >&2
  there=$(type_of "$name")
  if [ -n "$there" ] && [ "$there" != "$type" ]; then
    kubectl --context "$context" --namespace "$namespace" delete secret "$name" >&2
  fi
  printf 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: "%s"\n  namespace: "%s"\ntype: "%s"\ndata:\n%s' \
    "$name" "$namespace" "$type" "$data" | kubectl --context "$context" apply --server-side --force-conflicts --filename - >&2
  made=$((made + 1))
}

# present NAME: something else makes it; it must be there.
present() {
  there=$(type_of "$1")
  [ -n "$there" ] || fail "secret $1 is not in namespace $namespace; the page says that it exists"
  made=$((made + 1))
}

for wanted in "$@"; do
  case $wanted in
{% for name in names %}
    {{ name }}) ;;
{% endfor %}
    *) fail "this site has no secret $wanted" ;;
  esac
done

{% for secret in secrets %}
if secret {{ secret.context }} {{ secret.namespace }} {{ secret.name }} {{ secret.type }} "$@"; then
{% for key in secret.keys %}
  read_secret {{ key.read.place }} {{ key.read.where }}{% for field in key.read.field %} {{ field }}{% endfor %}

  key {{ key.data }} "$value"
{% endfor %}
{% for login in secret.logins %}
{% for read in login.user %}
  read_secret {{ read.place }} {{ read.where }}{% for field in read.field %} {{ field }}{% endfor %}

{% endfor %}
  username=$value
  read_secret {{ login.password.place }} {{ login.password.where }}{% for field in login.password.field %} {{ field }}{% endfor %}

  logins=''
{% for server in login.servers %}
  login {{ server }} "$username" "$value"
{% endfor %}
  key '.dockerconfigjson' "{\"auths\":{$logins}}"
{% endfor %}
{% for name in secret.existing %}
  present {{ name }}
{% endfor %}
{% if secret.made %}
  apply
{% endif %}
fi

{% endfor %}
printf 'create-secrets.sh: %s done\n' "$made" >&2
