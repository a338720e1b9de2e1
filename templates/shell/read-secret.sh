# read_secret env VARIABLE | file PATH | vault ENTRY FIELD: puts the secret into $value, or ends the script.
read_secret() {
  case $1 in
    env)
      [ -n "${!2:-}" ] || fail "$2 is not set"
      value=${!2}
      ;;
    file)
      [ -r "$2" ] || fail "cannot read $2"
      # One newline at the end of the file is not a part of the secret.
      value=$(cat -- "$2" && printf '.')
      value=${value%.}
      value=${value%$'\n'}
      ;;
    vault)
      value=$(vault kv get -field="$3" -- "$2") || fail "cannot read $2 from Vault"
      ;;
  esac
}
