#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Runs gateway {{ name }} on this machine with Docker Compose: install-gateway.sh [--remove]. Run it as root on {{ host }}.
# Safe to run again, and that is how new keys or a new version reach it. Needs Docker with the Compose plugin, 2.17 or newer.
# ROOT=/some/folder installs below that folder.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=${ROOT:-}
folder={{ folder }}
home={{ home }}
changed=0
files=(--env-file runtime.env --env-file airgapc.secrets.env -f airgapc.compose.yml)

{# include shell/fail.sh #}

{# include shell/read-secret.sh #}

{# include shell/put.sh #}

{# include shell/docker-registry.sh #}

{# include shell/compose.sh #}

# The keys of the gateway.
secrets() {
{% for secret in secrets %}
  read_secret {{ secret.read.place }} {{ secret.read.where }}{% for field in secret.read.field %} {{ field }}{% endfor %}

  variable {{ secret.name }}
{% endfor %}
}

remove() {
  [ ! -e "$root$folder/airgapc.compose.yml" ] || compose down
  rm -rf "${root:?}$folder" "${root:?}$home"
}

[ "$#" -eq 0 ] || [ "$1" = --remove ] || fail "it takes --remove or nothing"
[ -n "$root" ] || [ "$(id -u)" -eq 0 ] || fail 'run it as root'
command -v docker >/dev/null || fail 'there is no docker'
docker compose version >/dev/null || fail 'Docker has no Compose plugin'

if [ "${1:-}" = --remove ]; then
  remove
  printf 'install-gateway.sh: removed\n' >&2
  exit 0
fi
text=$(secrets)
registry
trusted=$changed
owner=0:0
{% if owned %}
# Router and proxy are no root.
owner=65532:65532
{% endif %}
for made in config/nginx config/lua var/run/openresty; do
  mkdir -p "$root$folder/application-gateway/$made"
done
owned application-gateway "$owner"
put 0600 "$folder/airgapc.secrets.env" <<<"$text"
put 0644 "$folder/runtime.env" <"$here/runtime.env"
put 0644 "$folder/airgapc.compose.yml" <"$here/airgapc.compose.yml"
up "$trusted"
printf 'install-gateway.sh: running, %s\n' "$([ "$changed" -eq 1 ] && printf 'changed' || printf 'nothing to do')" >&2
