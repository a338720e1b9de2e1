{% for login in logins %}
{# include shell/read-login.sh #}
# curl reads the login from a file that nobody else can read, so that no list of processes shows it.
config=$(umask 077 && mktemp)
trap 'rm -f "$config"' EXIT
printf 'user = "%s"\n' "$(printf '%s:%s' "$user" "$value" | sed 's/[\\"]/\\&/g')" >"$config"
login+=(--config "$config")
{% endfor %}
