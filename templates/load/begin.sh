{% for file in certificates %}
export SSL_CERT_FILE="$here"/{{ file }} CURL_CA_BUNDLE="$here"/{{ file }}
{% endfor %}

{# include shell/fail.sh #}
{% if logins %}

{# include shell/read-secret.sh #}
{% endif %}

"$here/verify.sh" "$medium" >&2
