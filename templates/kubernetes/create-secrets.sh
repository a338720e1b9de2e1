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

context=${KUBE_CONTEXT:?set KUBE_CONTEXT to the context of the cluster}
made=0

fail() {
  printf 'create-secrets.sh: %s\n' "$1" >&2
  exit 1
}

# secret NAMESPACE NAME TYPE WANTED…: begins an object; false if others are wanted.
secret() {
  namespace=$1 name=$2 type=$3 data=''
  shift 3
  [ "$#" -eq 0 ] && return 0
  for wanted in "$@"; do
    [ "$wanted" = "$name" ] && return 0
  done
  return 1
}

# key DATA VALUE: one entry of the object.
key() {
  data="$data  $1: $(printf '%s' "$2" | base64 | tr -d '\n')"$'\n'
}

# login SERVER USERNAME PASSWORD: one more registry, as docker keeps a login.
login() {
  logins="$logins${logins:+,}\"$1\":{\"auth\":\"$(printf '%s:%s' "$2" "$3" | base64 | tr -d '\n')\"}"
}

from_env() {
  [ -n "${!1:-}" ] || fail "$1 is not set"
  value=${!1}
}

# One newline at the end of the file is not a part of the secret.
from_file() {
  [ -r "$1" ] || fail "cannot read $1"
  value=$(cat -- "$1" && printf '.')
  value=${value%.}
  value=${value%$'\n'}
}

from_vault() {
  value=$(vault kv get -field="$2" -- "$1") || fail "cannot read $1 from Vault"
}

# Makes the namespace where it is missing, and the object as it is described.
apply() {
  kubectl --context "$context" get namespace "$namespace" >/dev/null 2>&1 \
    || kubectl --context "$context" create namespace "$namespace" >&2
  printf 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  namespace: %s\ntype: %s\ndata:\n%s' \
    "$name" "$namespace" "$type" "$data" | kubectl --context "$context" apply --filename - >&2
  made=$((made + 1))
}

# present NAME: something else makes it; it must be there.
present() {
  kubectl --context "$context" --namespace "$namespace" get secret "$1" >/dev/null 2>&1 \
    || fail "secret $1 is not in namespace $namespace; the page says that it exists"
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
if secret {{ secret.namespace }} {{ secret.name }} {{ secret.type }} "$@"; then
{% for key in secret.keys %}
{% for read in key.env %}
  from_env {{ read.where }}
{% endfor %}
{% for read in key.file %}
  from_file {{ read.where }}
{% endfor %}
{% for read in key.vault %}
  from_vault {{ read.where }} {{ read.field }}
{% endfor %}
  key {{ key.data }} "$value"
{% endfor %}
{% for login in secret.logins %}
{% for read in login.username.env %}
  from_env {{ read.where }}
{% endfor %}
{% for read in login.username.file %}
  from_file {{ read.where }}
{% endfor %}
{% for read in login.username.vault %}
  from_vault {{ read.where }} {{ read.field }}
{% endfor %}
  username=$value
{% for read in login.password.env %}
  from_env {{ read.where }}
{% endfor %}
{% for read in login.password.file %}
  from_file {{ read.where }}
{% endfor %}
{% for read in login.password.vault %}
  from_vault {{ read.where }} {{ read.field }}
{% endfor %}
  logins=''
{% for server in login.servers %}
  login {{ server }} "$username" "$value"
{% endfor %}
  key '.dockerconfigjson' "{\"auths\":{$logins}}"
{% endfor %}
{% for name in secret.existing %}
  present {{ name }}
{% endfor %}
{% for object in secret.made %}
  apply
{% endfor %}
fi

{% endfor %}
printf 'create-secrets.sh: %s done\n' "$made" >&2
