#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Leads this node to the registry of the site: install-node.sh [--remove]. Run it as root, on each node of cluster {{ cluster }}.
# Safe to run again: it changes only what differs, and restarts only after a change. ROOT=/some/folder installs below that folder.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=${ROOT:-}
changed=0

{# include shell/fail.sh #}
{% if logins %}

{# include shell/read-secret.sh #}
{% endif %}

{# include shell/put.sh #}

{% if hosts %}
{% for node in hosts %}
remove() {
  gone {{ ca }}
{% for upstream in node.upstreams %}
  gone /etc/containerd/certs.d/{{ upstream.folder }}/hosts.toml
{% endfor %}
}

add() {
{% if certificates %}
  put 0644 {{ ca }} <"$here/ca.crt"
{% endif %}
{% for upstream in node.upstreams %}
  hosts {{ upstream.folder }} {{ upstream.registry }}
{% endfor %}
  grep -rqs "^ *config_path *= *[\"']/etc/containerd/certs.d[\"']" "$root"{{ node.file }} \
    || fail 'containerd does not read /etc/containerd/certs.d: set config_path of its registry plugin to that folder, in '{{ node.file }}', restart it, and run this again'
}

# hosts UPSTREAM REGISTRY: its hosts.toml, with the login of the registry where it needs one; then nobody else may read it.
declare -A basic=()
hosts() {
  local to=/etc/containerd/certs.d/$1/hosts.toml
  if [ -n "${basic[$2]:-}" ]; then
    put 0600 "$to" < <(cat "$here/certs.d/$1/hosts.toml" && printf '\n[header]\n  Authorization = ["Basic %s"]\n' "${basic[$2]}")
  else
    put 0644 "$to" <"$here/certs.d/$1/hosts.toml"
  fi
}
{% endfor %}
{% endif %}
{% if registries %}
{% for node in registries %}
remove() {
  gone {{ ca }}
  gone {{ node.file }}
  gone {{ node.config }}
}

add() {
{% if certificates %}
  put 0644 {{ ca }} <"$here/ca.crt"
{% endif %}
  put 0600 {{ node.file }} < <(registries)
  put 0600 {{ node.config }} <"$here/config.yaml"
}

# The mirrors, with the login of each registry that needs one behind its name.
declare -A auth=()
registries() {
  local line registry
  while IFS= read -r line; do
    printf '%s\n' "$line"
    for registry in "${!auth[@]}"; do
      case $line in "  \"$registry\":" | "  $registry:") printf '%s\n' "${auth[$registry]}" ;; esac
    done
  done <"$here/registries.yaml"
}

# json TEXT: as a string of YAML.
json() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}
{% endfor %}
{% endif %}

[ "$#" -eq 0 ] || [ "$1" = --remove ] || fail "it takes --remove or nothing"
[ -n "$root" ] || [ "$(id -u)" -eq 0 ] || fail 'run it as root'

if [ "${1:-}" = --remove ]; then
  remove
else
{% for login in logins %}
{% for read in login.user %}
  read_secret {{ read.place }} {{ read.where }}{% for field in read.field %} {{ field }}{% endfor %}

{% endfor %}
  user=$value
  read_secret {{ login.password.place }} {{ login.password.where }}{% for field in login.password.field %} {{ field }}{% endfor %}

{% if hosts %}
  basic[{{ login.host }}]=$(printf '%s:%s' "$user" "$value" | base64 | tr -d '\n')
{% endif %}
{% if registries %}
  auth[{{ login.host }}]=$(printf '    auth:\n      username: %s\n      password: %s' "$(json "$user")" "$(json "$value")")
{% endif %}
{% endfor %}
  add
fi

{% if services %}
if [ "$changed" -eq 1 ] && [ -z "$root" ]; then
{% for service in services %}
  ! systemctl is-active --quiet {{ service }} || systemctl restart {{ service }}
{% endfor %}
fi
{% endif %}
printf 'install-node.sh: %s\n' "$([ "$changed" -eq 1 ] && printf 'changed' || printf 'nothing to do')" >&2
