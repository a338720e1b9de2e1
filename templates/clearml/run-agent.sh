#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# One worker of agent {{ agent }}: run-agent.sh NUMBER. systemd starts it; install-agent.sh has put everything in
# place. ROOT=/some/folder runs what was installed below that folder.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

worker=${1:?which worker, from 0}
root=${ROOT:-}
home=$root{{ home }}
export HOME=${HOME:-/root} CLEARML_CONFIG_FILE=$home/clearml.conf DOCKER_CONFIG=$home/docker
CLEARML_WORKER_ID=$(uname -n):{{ agent }}:$worker
export CLEARML_WORKER_ID

set -a
# shellcheck disable=SC1090
. "$home.env"
set +a

{% if netrc %}
export NETRC=$home/netrc
{% endif %}
{% if bootstrap %}
# What this worker unpacks for its tasks when it starts: a folder that another one unpacks into would be in use.
export CLEARML_AGENT__AGENT__BOOTSTRAP__HOST_BOOTSTRAP_DIR=$root{{ program }}/bootstrap-$worker
{% endif %}
daemon=(daemon --foreground --docker)
{% if create %}
daemon+=(--create-queue)
{% endif %}
{% for card in cards %}
# The cards of this worker, behind those of the workers before it.
first={{ card.first }}
each={{ card.each }}
card=$((first + worker * each))
cards=$card
while [ "$each" -gt 1 ]; do
  card=$((card + 1))
  each=$((each - 1))
  cards=$cards,$card
done
daemon+=(--gpus "$cards")
{% endfor %}
{% if without %}
daemon+=(--cpu-only)
{% endif %}
daemon+=(--queue)
{% for queue in queues %}
daemon+=({{ queue }})
{% endfor %}
exec "$root"{{ program }}/bin/clearml-agent "${daemon[@]}"
