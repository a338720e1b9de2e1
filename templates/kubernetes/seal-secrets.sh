#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Seals the secrets of this site, or those that are named, for the Sealed Secrets controller: seal-secrets.sh [NAME…]
# Each becomes a file NAMESPACE/NAME.yaml in the folder SEALED{% if clusters %}/CLUSTER{% endif %}: commit it.
# SEALED is a folder of your own, by default ./sealed-secrets.
# KUBESEAL_CERT is the controller's certificate, by default the file sealed-secrets.pem in SEALED{% if clusters %}/CLUSTER{% endif %}: no cluster is asked.
{% for variable in reads %}
# Reads {{ variable }}.
{% endfor %}
# Safe to run again; a secret looks different each time it is sealed, so name those that changed.
# A secret reaches kubeseal through a pipe, never on a command line, and lies in no file before it is sealed.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

folder=${SEALED:-sealed-secrets}
{# include kubernetes/object-file.sh #}
# protect: seals an object for its own name and namespace alone.
protect() {
  certificate=${KUBESEAL_CERT:-$below/sealed-secrets.pem}
  [ -r "$certificate" ] || fail "cannot read $certificate, the controller's certificate: kubeseal --fetch-cert prints it"
  kubeseal --cert "$certificate" --scope strict --format yaml
}

{# include kubernetes/objects.sh #}
printf 'seal-secrets.sh: %s done\n' "$made" >&2
