#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Lets the packages of applications name the images of the site: convert-apps.sh [TOOLS]
# TOOLS is the vendor's folder with convert_image_registry.py, this one if it is left out. The packages stay as they are: the vendor's
# program changes its input, so it is given a copy, ./converted-apps. Needs python3.
# Prints what must be in the registry before upload-apps.sh, and keeps it in ./converted-apps/images.txt.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

packages={{ packages }}
repository={{ repository }}
program=${1:-.}/convert_image_registry.py
copy=converted-apps

{# include shell/fail.sh #}

[ -f "$program" ] || fail "there is no $program: it comes with the vendor's packages"
[ -d "$packages" ] || fail "there is no folder $packages"
compgen -G "$packages/*.zip" >/dev/null || fail "there is no package in $packages"

# Two spellings of one flag are documented; the program says which one it has.
help=$(python3 "$program" --help)
case $help in
  *--artifactory*) flag=--artifactory ;;
  *--repo*) flag=--repo ;;
  *) fail "$program has neither --artifactory nor --repo" ;;
esac

rm -rf "$copy.new"
mkdir "$copy.new"
cp "$packages"/*.zip "$copy.new/"
python3 "$program" --apps-dir "$copy.new" "$flag" "$repository" | tee "$copy.new/images.txt"
rm -rf "$copy"
mv "$copy.new" "$copy"
printf 'convert-apps.sh: %s packages are in %s\n' "$(find "$copy" -name '*.zip' | wc -l | tr -d ' ')" "$copy" >&2
