if [ -n "$failures" ]; then
  printf 'not loaded:\n%s' "$failures" >&2
  exit 1
fi
