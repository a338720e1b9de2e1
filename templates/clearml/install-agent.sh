#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Installs agent {{ agent }} on this machine: install-agent.sh [--remove]. Run it as root on each machine of {{ machines }}:
{% for host in hosts %}
#   {{ host }}
{% endfor %}
# Nothing differs between them. Safe to run again, and that is how a new secret reaches the agent: it changes only what differs, and
# restarts the workers only after a change. Needs python3 with venv, Docker and systemd. ROOT=/some/folder installs below that folder.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=${ROOT:-}
home={{ home }}
program={{ program }}
unit={{ unit }}
workers={{ workers }}
changed=0

{# include shell/fail.sh #}

{# include shell/read-secret.sh #}

{# include shell/put.sh #}

# quoted TEXT: as one word of a shell, whatever stands in it.
quoted() {
  printf "'%s'" "${1//\'/\'\\\'\'}"
}

# running: the workers that systemd knows, by unit.
running() {
  systemctl list-units --all --plain --no-legend "$unit@*.service" | while read -r name _; do printf '%s\n' "$name"; done
}

remove() {
  local name
  for name in $(running); do systemctl disable --now "$name"; done
  gone "/etc/systemd/system/$unit@.service"
  gone "$home.env"
  rm -rf "${root:?}$home" "$root$program"
  systemctl daemon-reload
}

{# include shell/docker-registry.sh #}
{# include shell/logins.sh #}

# What the workers read from their environment.
environment() {
{% for secret in environment %}
  read_secret {{ secret.read.place }} {{ secret.read.where }}{% for field in secret.read.field %} {{ field }}{% endfor %}

  printf '%s=%s\n' {{ secret.name }} "$(quoted "$value")"
{% endfor %}
}

# installed: the version of the agent that is there.
installed() {
  "$root$program/bin/python" -c 'from importlib.metadata import version; print(version("clearml-agent"))' 2>/dev/null || :
}

# The agent itself, from the index of the site.
package() {
  [ -x "$root$program/bin/python" ] || python3 -m venv "$root$program"
  [ "$(installed)" != {{ version }} ] || return 0
{% if netrc %}
  export NETRC="$root$home/netrc"
{% endif %}
{% for variable in pip %}
  export {{ variable.name }}={{ variable.value }}
{% endfor %}
  "$root$program/bin/python" -m pip install clearml-agent=={{ version }} >&2
  changed=1
}

{% for package in wheel %}
# The binaries that tasks start from, as a package beside the agent; the agent's own command takes it from a file.
bootstrap() {
  local file=$here/{{ package.file }}
{% for place in package.place %}
  if [ ! -f "$file" ]; then
    file=$fetched/{{ package.file }}
    curl --fail --silent --show-error --location{% for bundle in place.certificates %} --cacert "$root"{{ bundle }}{% endfor %} --output "$file" {{ place.url }}
  fi
{% endfor %}
  [ -f "$file" ] || fail "put the file $file there: it was carried in"
  local sum
  sum=$(sha256sum <"$file")
  [ "$(cat "$root$program/bootstrap.sum" 2>/dev/null)" != "$sum" ] || return 0
  "$root$program/bin/clearml-agent" install-bootstrap --check --from-file "$file" >&2
  "$root$program/bin/clearml-agent" install-bootstrap --from-file "$file" --force >&2
  printf '%s\n' "$sum" >"$root$program/bootstrap.sum"
  changed=1
}

{% endfor %}
unit() {
  printf '%s\n' '[Unit]' "Description=${unit//-/ }, worker %i" 'After=docker.service network-online.target' \
    'Requires=docker.service' 'Wants=network-online.target' '' '[Service]' "ExecStart=/bin/bash $home/run-agent.sh %i" \
    'Restart=always' 'RestartSec=10' '' '[Install]' 'WantedBy=multi-user.target'
}

# Every worker runs, and none that is too many.
start() {
  local name worker
  systemctl daemon-reload
  for name in $(running); do
    worker=${name#"$unit@"}
    [ "${worker%.service}" -lt "$workers" ] || systemctl disable --now "$name"
  done
  for ((worker = 0; worker < workers; worker++)); do
    systemctl enable --now "$unit@$worker.service"
    [ "$changed" -eq 0 ] || systemctl restart "$unit@$worker.service"
  done
}

[ "$#" -eq 0 ] || [ "$1" = --remove ] || fail "it takes --remove or nothing"
[ -n "$root" ] || [ "$(id -u)" -eq 0 ] || fail 'run it as root'

if [ "${1:-}" = --remove ]; then
  remove
  printf 'install-agent.sh: removed\n' >&2
  exit 0
fi
for needed in python3 docker systemctl{% for package in wheel %}{% if package.place %} curl{% endif %}{% endfor %}; do
  command -v "$needed" >/dev/null || fail "there is no $needed"
done
registry
secrets=$(environment)
{% if netrc %}
logins
put 0600 "$home/netrc" <<<"$netrc"
{% endif %}
put 0600 "$home.env" <<<"$secrets"
put 0644 "$home/clearml.conf" <"$here/clearml.conf"
put 0755 "$home/run-agent.sh" <"$here/run-agent.sh"
{% for file in files %}
put 0644 "$home"/{{ file }} <"$here"/{{ file }}
{% endfor %}
package
{% for package in wheel %}
fetched=$(mktemp -d)
trap 'rm -rf "$fetched"' EXIT
bootstrap
{% endfor %}
put 0644 "/etc/systemd/system/$unit@.service" < <(unit)
start
printf 'install-agent.sh: %s workers, %s\n' "$workers" "$([ "$changed" -eq 1 ] && printf 'changed' || printf 'nothing to do')" >&2
