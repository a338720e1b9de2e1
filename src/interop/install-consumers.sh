#!/usr/bin/env bash
# Installs the programs that read the outputs, as consumers.tsv names them: Debian's packages on the machine, the others into the
# folder AIRGAPC_CONSUMERS (by default airgapc/consumers in the user's cache). What is there already is left alone. Ends with a table
# of versions; with --versions it prints the table and installs nothing. Needs root where a Debian package is missing, Go 1.26 and Node.
set -euo pipefail
cd "$(dirname "$0")"
cache=${AIRGAPC_CONSUMERS:-${XDG_CACHE_HOME:-$HOME/.cache}/airgapc/consumers}

# Rows of one origin: name, version, package, program.
rows() { awk -F '\t' -v from="$1" '!/^#/ && index($3, from " ") == 1 { print $1, $2, substr($3, length(from) + 2), $4 }' consumers.tsv; }

# Whether a step was done for exactly these files; `finish` says that it was.
stamp() { cat "$@" | sha256sum | cut -d ' ' -f 1; }
done_for() { [ "$(cat "$cache/$1.stamp" 2>/dev/null)" = "$2" ]; }
finish() { printf '%s\n' "$2" >"$cache/$1.stamp"; }

debian() {
  local missing=()
  while read -r _ _ package program; do
    command -v "$program" >/dev/null || missing+=("$package")
  done < <(rows debian)
  python3 -c 'import ensurepip, tomllib, venv' 2>/dev/null || missing+=(python3 python3-venv)
  command -v npm >/dev/null || missing+=(npm)
  command -v ip >/dev/null || missing+=(iproute2)
  [ "${#missing[@]}" -gt 0 ] || return 0
  # Packages of services start them; nothing here should.
  [ -e /usr/sbin/policy-rc.d ] || { printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d; }
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# Rows of one module of ours: what brings the libraries of every cloud stands apart.
rows_of() {
  case $1 in
    sealers) rows go | grep -E '^(kubeseal|sops|age-keygen) ' ;;
    *) rows go | grep -vE '^(kubeseal|sops|age-keygen) ' ;;
  esac
}

# One module for all: a dependency that several share is compiled once.
go_programs() { # FOLDER STAMP
  local wanted version kubernetes
  wanted=$(shopt -s nullglob; { rows_of "$1"; cat "$1"/go.* "$1"/*.go "$1"/*/*.go; } | sha256sum | cut -d ' ' -f 1)
  done_for "$2" "$wanted" && return 0
  kubernetes=$(awk '$1 == "k8s.io/kubernetes" { print $2; exit }' tools/go.mod)
  local flags="-s -w -X k8s.io/component-base/version.gitVersion=$kubernetes -X k8s.io/client-go/pkg/version.gitVersion=$kubernetes"
  while read -r name version package program; do
    case $name in
      helm-*) package_flags="$flags -X ${package%/cmd/helm}/internal/version.version=$version" ;;
      kubectl | kube-apiserver | cripull | compose) package=./$name package_flags=$flags ;;
      *) package_flags=$flags ;;
    esac
    printf 'go build %s\n' "$name" >&2
    (cd "$1" && CGO_ENABLED=0 go build -mod=readonly -trimpath -ldflags="$package_flags" -o "$cache/$program" "$package")
  done < <(rows_of "$1")
  finish "$2" "$wanted"
}

# Files that modules hold; which version it is stands on the first line.
module_files() {
  local wanted
  wanted=$(rows module | sha256sum | cut -d ' ' -f 1)
  done_for module "$wanted" && return 0
  rm -rf "${cache:?}/crds"
  mkdir -p "$cache/crds"
  while read -r _ version package file program; do
    go mod download "$package@$version"
    { printf '# %s@%s\n' "$package" "$version"; cat "$(go list -m -f '{{.Dir}}' "$package@$version")/$file"; } >"$cache/$program"
  done < <(rows module)
  finish module "$wanted"
}

# One environment each for what must not share its dependencies.
python_environments() {
  local list name wanted
  for list in python/*.txt; do
    name=$(basename "$list" .txt)
    wanted=$(stamp "$list" "$(readlink -f "$(command -v python3)")")
    done_for "$name" "$wanted" && continue
    rm -rf "${cache:?}/$name"
    python3 -m venv "$cache/$name"
    "$cache/$name/bin/python" -m pip install --quiet --disable-pip-version-check -r "$list"
    finish "$name" "$wanted"
  done
}

npm_packages() {
  local wanted
  wanted=$(stamp npm/package-lock.json)
  done_for npm "$wanted" && return 0
  rm -rf "${cache:?}/npm"
  mkdir -p "$cache/npm"
  cp npm/package.json npm/package-lock.json "$cache/npm"
  npm ci --prefix "$cache/npm" --no-audit --no-fund --ignore-scripts --loglevel=error >&2
  # Its binary needs no .NET and no script of the package, only leave to be run.
  chmod +x "$cache/npm/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
  finish npm "$wanted"
}

version_of() { # NAME ORIGIN PACKAGE PROGRAM
  case $2 in
    debian) dpkg-query -W -f '${Version}' "$3" | sed -E 's/^[0-9]+://; s/[-+~].*//' ;;
    go)
      go version -m "$cache/$4" | awk -v package="$3" '
        ($1 == "mod" || $1 == "dep") && (package == $2 || index(package, $2 "/") == 1) { print $3; exit }' ;;
    pip) "$cache/${4%%/*}/bin/python" -c 'import sys; from importlib.metadata import version; print(version(sys.argv[1]))' "$3" ;;
    module) sed -n '1s/^# .*@//p' "$cache/$4" ;;
    venv) "$cache/$4" -c 'import platform; print(platform.python_version())' ;;
    npm) python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["version"])' "$cache/npm/node_modules/$3/package.json" ;;
    maven) awk -F '\t' -v name="$1" '$1 == name { print $2 }' consumers.tsv ;;
  esac
}

versions() {
  local name from program origin package found
  while IFS=$'\t' read -r name _ from program; do
    case $name in '#'*) continue ;; esac
    origin=${from%% *} package=${from#* }
    found=$(version_of "$name" "$origin" "$package" "$program" 2>/dev/null) || found=
    printf '%s\t%s\n' "$name" "${found:-missing}"
  done <consumers.tsv
}

if [ "${1:-}" != --versions ]; then
  mkdir -p "$cache/bin"
  debian
  # Waiting for the network costs nothing beside the compiler.
  python_environments &
  python=$!
  npm_packages &
  npm=$!
  module_files
  go_programs tools go
  go_programs sealers sealers
  wait "$python"
  wait "$npm"
fi
versions
