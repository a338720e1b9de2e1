# put MODE FILE: what stands on standard input becomes FILE, whole or not at all, if it differs.
put() {
  local new
  mkdir -p "$root$(dirname "$2")"
  new=$(umask 077 && mktemp "$root$2.XXXXXX")
  cat >"$new"
  if cmp -s "$new" "$root$2"; then
    rm -f "$new"
    return 0
  fi
  chmod "$1" "$new"
  mv -f "$new" "$root$2"
  printf 'wrote %s\n' "$root$2" >&2
  changed=1
}

# gone FILE: takes away what put made.
gone() {
  if [ -e "$root$1" ]; then
    rm -f "$root$1"
    printf 'removed %s\n' "$root$1" >&2
    changed=1
  fi
}
