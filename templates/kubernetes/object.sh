# object NAMESPACE NAME TYPE WANTED…: begins an object; false if others are wanted.
object() {
  namespace=$1 name=$2 type=$3 data=''
  shift 3
  [ "$#" -eq 0 ] && return 0
  for wanted in "$@"; do
    [ "$wanted" = "$name" ] && return 0
  done
  return 1
}

# key DATA VALUE: one entry of the object.
key() {
  data="$data  \"$1\": \"$(printf '%s' "$2" | base64 | tr -d '\n')\""$'\n'
}

# login SERVER USERNAME PASSWORD: one more registry, as docker keeps a login.
login() {
  logins="$logins${logins:+,}\"$1\":{\"auth\":\"$(printf '%s:%s' "$2" "$3" | base64 | tr -d '\n')\"}"
}

{% if netrc %}
{# include shell/netrc.sh #}

{% endif %}
# manifest: the object as it is described, for a pipe.
manifest() {
  printf 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: "%s"\n  namespace: "%s"\ntype: "%s"\ndata:\n%s' \
    "$name" "$namespace" "$type" "$data"
}
