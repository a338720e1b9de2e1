#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Uploads the packages that convert-apps.sh has converted: upload-apps.sh [TOOLS [PACKAGE…]]
# TOOLS is the vendor's folder with upload_apps.py, this one if it is left out; without PACKAGE all of ./converted-apps. Needs python3.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

export APPS_HOST={{ host }}
program=${1:-.}/upload_apps.py
copy=converted-apps
{% for file in certificates %}
here=$(cd "$(dirname "$0")" && pwd)
export SSL_CERT_FILE="$here"/{{ file }} REQUESTS_CA_BUNDLE="$here"/{{ file }}
{% endfor %}

{# include shell/fail.sh #}

{# include shell/read-secret.sh #}

[ -f "$program" ] || fail "there is no $program: it comes with the vendor's packages"
[ -f "$copy/images.txt" ] || fail "there is no $copy: run convert-apps.sh first, or the packages name the vendor's images"
for package in "${@:2}"; do
  [ -f "$copy/$package" ] || fail "there is no $copy/$package"
done

read_secret {{ access.place }} {{ access.where }}{% for field in access.field %} {{ field }}{% endfor %}

APPS_KEY=$value
read_secret {{ secret.place }} {{ secret.where }}{% for field in secret.field %} {{ field }}{% endfor %}

APPS_SECRET=$value
export APPS_KEY APPS_SECRET

# Two dialects are documented; the program says which one it speaks. Keys reach it from the environment, so that no list of processes shows them.
APPS_HELP=$(python3 "$program" --help)
export APPS_HELP
upload() {
  python3 -c '
import os, runpy, sys
program, what = sys.argv[1], sys.argv[2:]
help = os.environ.pop("APPS_HELP")
names = ("--key", "--secret") if "--key" in help else ("--user", "--password")
words = ["--host", os.environ.pop("APPS_HOST"), names[0], os.environ.pop("APPS_KEY"), names[1], os.environ.pop("APPS_SECRET")]
words += ["--command", "upload"] if "--command" in help else []
sys.argv = [program] + words + what
sys.path.insert(0, os.path.dirname(os.path.abspath(program)))
runpy.run_path(program, run_name="__main__")
' "$program" "$@" >&2
}

if [ "$#" -gt 1 ]; then
  for package in "${@:2}"; do upload --files "$copy/$package"; done
else
  upload --dir "$copy"
fi
printf 'upload-apps.sh: done\n' >&2
