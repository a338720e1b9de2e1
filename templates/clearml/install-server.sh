#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Runs the ClearML server on this machine with Docker Compose: install-server.sh [--remove]. Run it as root on {{ host }}.
# The files of the vendor stay as they are, in the folder of the server: docker-compose.yml{% if enterprise %}, docker-compose.override.yml, constants.env{% endif %}.
# Safe to run again, and that is how a new secret or version reaches the server: what has not changed goes on running. --remove stops
# it and leaves its data. Needs Docker with the Compose plugin, 2.17 or newer. ROOT=/some/folder installs below that folder.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=${ROOT:-}
folder={{ folder }}
home={{ home }}
changed=0

{# include shell/fail.sh #}

{# include shell/read-secret.sh #}

{# include shell/put.sh #}

{# include shell/docker-registry.sh #}
{# include shell/logins.sh #}

{# include shell/compose.sh #}

# vendors FILE: it lies in the folder of the server.
vendors() {
  [ -r "$root$folder/$1" ] || fail "there is no $folder/$1: lay the vendor's file there"
}

# What the vendor's files read and nobody else may.
secrets() {
{% for secret in tokens %}
  read_secret {{ secret.read.place }} {{ secret.read.where }}{% for field in secret.read.field %} {{ field }}{% endfor %}

  [[ $value =~ ^[A-Za-z0-9]{50}$ ]] || fail {{ secret.name }}' is not 50 letters and digits'
  variable {{ secret.name }}
{% endfor %}
{% for secret in secrets %}
  read_secret {{ secret.read.place }} {{ secret.read.where }}{% for field in secret.read.field %} {{ field }}{% endfor %}

  variable {{ secret.name }}
{% endfor %}
}

# What the databases ask of the kernel.
settings() {
{% for line in sysctl %}
  printf '%s\n' {{ line }}
{% endfor %}
}
{% if enterprise %}

# The databases want no huge pages.
pages() {
  printf '%s\n' '[Unit]' 'Description=No transparent huge pages, for the databases of ClearML' '' '[Service]' 'Type=oneshot' \
    "ExecStart=/bin/sh -c 'cd /sys/kernel/mm/transparent_hugepage && echo never >enabled && echo never >defrag'" '' \
    '[Install]' 'WantedBy=multi-user.target'
}
{% endif %}

folders() {
{% for one in made %}
  made {{ one.folder }} {{ one.owner }}
{% endfor %}
{% for one in owned %}
  owned {{ one.folder }} {{ one.owner }}
{% endfor %}
  :
}

remove() {
  [ ! -e "$root$folder/airgapc.override.yml" ] || compose down
  gone "$folder/airgapc.secrets.env"
  gone "$folder/airgapc.override.yml"
  gone "$folder/airgapc.env"
  gone /etc/sysctl.d/99-airgapc-clearml.conf
  rm -rf "${root:?}$home"
}

[ "$#" -eq 0 ] || [ "$1" = --remove ] || fail "it takes --remove or nothing"
[ -n "$root" ] || [ "$(id -u)" -eq 0 ] || fail 'run it as root'
for needed in docker sysctl{% if enterprise %} systemctl{% endif %}; do
  command -v "$needed" >/dev/null || fail "there is no $needed"
done
docker compose version >/dev/null || fail 'Docker has no Compose plugin'
vendors docker-compose.yml
{% if enterprise %}
vendors docker-compose.override.yml
vendors constants.env
{% endif %}
# The agents within are of the group that may talk to Docker.
DOCKER_GID=$(stat -c %g /var/run/docker.sock) || fail 'Docker does not run'
export DOCKER_GID
files=()
[ ! -e "$root$folder/constants.env" ] || files+=(--env-file constants.env)
files+=(--env-file airgapc.env --env-file airgapc.secrets.env -f docker-compose.yml)
[ ! -e "$root$folder/docker-compose.override.yml" ] || files+=(-f docker-compose.override.yml)
files+=(-f airgapc.override.yml)

if [ "${1:-}" = --remove ]; then
  remove
  printf 'install-server.sh: stopped; its data are in %s\n' "$folder" >&2
  exit 0
fi
text=$(secrets)
{% if netrc %}
logins
put 0600 "$home/netrc" <<<"$netrc"
{% endif %}
registry
trusted=$changed
put 0644 /etc/sysctl.d/99-airgapc-clearml.conf < <(settings)
sysctl --quiet --load="$root/etc/sysctl.d/99-airgapc-clearml.conf"
{% if enterprise %}
put 0644 /etc/systemd/system/clearml-pages.service < <(pages)
systemctl daemon-reload
systemctl enable --now clearml-pages.service
{% endif %}
folders
{% if enterprise %}
[ -e "$root$folder/config/onprem_poc/apiserver.conf" ] ||
  printf 'install-server.sh: %s names no first user: nobody can log in yet\n' "$folder/config/onprem_poc/apiserver.conf" >&2
{% endif %}
put 0600 "$folder/airgapc.secrets.env" <<<"$text"
put 0644 "$folder/airgapc.env" <"$here/airgapc.env"
put 0644 "$folder/airgapc.override.yml" <"$here/airgapc.override.yml"
up "$trusted"
printf 'install-server.sh: running, %s\n' "$([ "$changed" -eq 1 ] && printf 'changed' || printf 'nothing to do')" >&2
