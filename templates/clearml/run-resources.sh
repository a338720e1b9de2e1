#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Runs the server of what tasks fetch to start from: run-resources.sh [--remove]
{% if archive %}
# or run-resources.sh FOLDER, where the carried file with its image lies: medium/files if it is left out.
{% endif %}
# Run it on the machine of its address. Safe to run again. Needs Docker, curl and python3.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

{% for file in certificates %}
here=$(cd "$(dirname "$0")" && pwd)
{% endfor %}
url={{ url }}
name=clearml-resources
{% for file in certificates %}
export CURL_CA_BUNDLE="$here"/{{ file }}
{% endfor %}

{# include shell/fail.sh #}

# The image that the vendor's sources make, under the name that they give it.
{% for file in archive %}
image=offline_cpython_vscode_serving:latest
load() {
  [ -f "$folder"/{{ file }} ] || fail "there is no $folder/"{{ file }}
  docker load --input "$folder"/{{ file }} >&2
}
{% endfor %}
{% for one in image %}
image={{ one }}
load() {
  docker pull "$image" >&2
}
{% endfor %}

# run ADDRESS: starts it anew; the address is what it puts before the builds that its list names.
run() {
  docker rm --force "$name" >/dev/null 2>&1 || :
  docker run --detach --name "$name" --restart unless-stopped --env "SERVER_HOST=$1" --env SERVER_PORT={{ inner }} \
{% for pair in tls %}
    --env SSL_CERT_PATH=/etc/ssl/resources.crt --volume {{ pair.certificate }}:/etc/ssl/resources.crt:ro \
    --env SSL_KEY_PATH=/etc/ssl/resources.key --volume {{ pair.key }}:/etc/ssl/resources.key:ro \
{% endfor %}
    --publish {{ port }}:{{ inner }} "$image" >&2
}

# foreign: an address of the list that does not begin with the server's own, or nothing. Waits until the server answers.
foreign() {
  local list
  list=$(curl --fail --silent --show-error --retry 30 --retry-delay 1 --retry-all-errors {{ metadata }}) || fail "$url does not answer"
  python3 -c '
import json, sys
own = sys.argv[1].rstrip("/") + "/"
entries = json.load(sys.stdin)
entries = entries.values() if isinstance(entries, dict) else entries
print(next((entry["url"] for entry in entries if entry.get("url") and not entry["url"].startswith(own)), ""))
' "$url" <<<"$list"
}

if [ "${1:-}" = --remove ]; then
  docker rm --force "$name" >&2
  exit 0
fi
{% if archive %}
folder=${1:-medium/files}
{% endif %}
for needed in docker curl python3; do
  command -v "$needed" >/dev/null || fail "there is no $needed"
done
load
# One version of the vendor's image puts a slash behind the address, another one does not: the list says which this is.
for address in "${url%/}" "${url%/}/"; do
  run "$address"
  found=$(foreign)
  if [ -z "$found" ]; then
    printf 'run-resources.sh: it serves %s\n' "$url" >&2
    exit 0
  fi
done
fail "its list of Pythons names $found, which is not below $url"
