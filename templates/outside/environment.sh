{% for variable in environment %}
export {{ variable.name }}={{ variable.value }}
{% endfor %}
{% for file in certificates %}
SSL_CERT_FILE=$(cd "$(dirname "$0")" && pwd)/{{ file }}
export SSL_CERT_FILE CURL_CA_BUNDLE=$SSL_CERT_FILE
{% endfor %}
