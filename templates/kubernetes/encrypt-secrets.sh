#!/usr/bin/env bash
{% for line in header %}
# {{ line }}
{% endfor %}
#
# Encrypts the secrets of this site, or those that are named, with SOPS: encrypt-secrets.sh [NAME…]
# Each becomes a file NAMESPACE/NAME.yaml in the folder ENCRYPTED{% if clusters %}/CLUSTER{% endif %}: commit it.
# ENCRYPTED is a folder of your own, by default ./encrypted-secrets.
# Who can open them is said by .sops.yaml beside this script.
{% for variable in reads %}
# Reads {{ variable }}.
{% endfor %}
# Safe to run again; a secret looks different each time it is encrypted, so name those that changed.
# A secret reaches sops through a pipe, never on a command line, and lies in no file before it is encrypted.
# Facts of the site stand in single quotes, so that they are constants:
# shellcheck disable=SC2016
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=${ENCRYPTED:-encrypted-secrets}
# For these sops would forget what .sops.yaml says.
unset SOPS_AGE_RECIPIENTS SOPS_PGP_FP SOPS_KMS_ARN SOPS_GCP_KMS_IDS SOPS_HUAWEICLOUD_KMS_IDS SOPS_AZURE_KEYVAULT_URLS SOPS_VAULT_URIS

{# include kubernetes/object-file.sh #}
# protect: encrypts what an object holds; its name, namespace and type stay readable.
protect() {
  sops --config "$here/.sops.yaml" encrypt --filename-override "$name.yaml" --input-type yaml --output-type yaml /dev/stdin
}

{# include kubernetes/objects.sh #}
printf 'encrypt-secrets.sh: %s done\n' "$made" >&2
