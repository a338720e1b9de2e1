#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Makes the bootstrap of tasks from the vendor's sources: build-bootstrap.sh SOURCES [MEDIUM]   (MEDIUM is ./medium if it is left out)
# SOURCES is a checkout of clearml/clearml-agent-bootstrap at version {{ version }}. Puts what it makes into MEDIUM/files.
# Needs docker with buildx, python3 with venv, yq, jq, zip.
# The steps are those of the vendor's README. Nobody has run this script against those sources yet: read its output.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

sources=${1:-}
mkdir -p "${2:-medium}/files"
folder=$(cd "${2:-medium}/files" && pwd)

{# include shell/fail.sh #}

# part NAME: the folder of the sources that has a file of this name.
part() {
  local found
  found=$(find "$sources" -name "$1" -not -path '*/.git/*' | head -n 1)
  [ -n "$found" ] || fail "$sources has no $1"
  dirname "$found"
}

[ -d "$sources" ] || fail 'say where the sources are: build-bootstrap.sh SOURCES'
for needed in docker python3 yq jq zip; do
  command -v "$needed" >/dev/null || fail "there is no $needed"
done
docker buildx version >/dev/null || fail 'docker has no buildx'

# The versions of its components: the vendor's, then those of the page.
while IFS= read -r line; do
  export "${line?}"
done < <(yq -r 'to_entries | .[] | "\(.key)=\(.value)"' "$(part bom.yaml)/bom.yaml")
{% for variable in bom %}
export {{ variable.name }}={{ variable.value }}
{% endfor %}
{% for path in source %}
export BUILD_FROM_SOURCE={{ path }}
{% endfor %}
{% for image in base %}
export ALPINE_BASE_IMAGE={{ image.name }} DHI_ALPINE_VERSION={{ image.tag }}
{% endfor %}
{% for url in dropbear %}

# A Dropbear of one's own, in the place of the vendor's.
[ -d "$sources/dropbear-source" ] || git clone --depth 1 {{ url }} "$sources/dropbear-source"
(cd "$sources/dropbear-source" && ./configure --enable-static && make PROGRAMS='dropbear dbclient dropbearkey scp' MULTI=1)
{% endfor %}

python3 -m venv "$sources/.venv"
"$sources/.venv/bin/pip" install build twine requests >&2
PATH=$(cd "$sources/.venv/bin" && pwd):$PATH
(cd "$(part build_all.sh)" && ./build_all.sh >&2)
{% for url in dropbear %}
place=$(find "$sources" -name dropbearmulti -not -path "$sources/dropbear-source/*" | head -n 1)
[ -n "$place" ] || fail "$sources has no dropbearmulti to put another one in the place of"
cp "$sources/dropbear-source/dropbearmulti" "$place"
{% endfor %}
(cd "$sources" && python -m build -w . >&2)
[ -f "$sources"/dist/{{ wheel }} ] || fail "the build made $(cd "$sources" && ls dist), not "{{ wheel }}
cp "$sources"/dist/{{ wheel }} "$folder"/
{% for one in server %}

export VSCODE_VERSION={{ one.vscode }}
(cd "$(part package_offline_docker.sh)" && ./package_offline_docker.sh >&2)
docker save --output "$folder"/{{ one.archive }} offline_cpython_vscode_serving:latest
{% endfor %}
printf 'build-bootstrap.sh: what it made is in %s\n' "$folder" >&2
