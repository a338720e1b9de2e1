for wanted in "$@"; do
  case $wanted in
{% for name in names %}
    {{ name }}) ;;
{% endfor %}
    *) fail "this site has no secret $wanted" ;;
  esac
done

{% for secret in secrets %}
if secret {{ secret.cluster }} {{ secret.namespace }} {{ secret.name }} {{ secret.type }} "$@"; then
{% for key in secret.keys %}
  read_secret {{ key.read.place }} {{ key.read.where }}{% for field in key.read.field %} {{ field }}{% endfor %}

  key {{ key.data }} "$value"
{% endfor %}
{% for login in secret.logins %}
{% for read in login.user %}
  read_secret {{ read.place }} {{ read.where }}{% for field in read.field %} {{ field }}{% endfor %}

{% endfor %}
  username=$value
  read_secret {{ login.password.place }} {{ login.password.where }}{% for field in login.password.field %} {{ field }}{% endfor %}

  logins=''
{% for server in login.servers %}
  login {{ server }} "$username" "$value"
{% endfor %}
  key '.dockerconfigjson' "{\"auths\":{$logins}}"
{% endfor %}
{% for file in secret.netrc %}
  netrc=''
{% for login in file.logins %}
{% for read in login.user %}
  read_secret {{ read.place }} {{ read.where }}{% for field in read.field %} {{ field }}{% endfor %}

{% endfor %}
  username=$value
  read_secret {{ login.password.place }} {{ login.password.where }}{% for field in login.password.field %} {{ field }}{% endfor %}

  host_login {{ login.host }} "$username" "$value"
{% endfor %}
  key netrc "$netrc"$'\n'
{% endfor %}
{% for name in secret.existing %}
  present {{ name }}
{% endfor %}
{% if secret.made %}
  make_object
{% endif %}
fi

{% endfor %}
