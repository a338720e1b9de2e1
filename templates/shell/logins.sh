{% for file in netrc %}

{# include shell/netrc.sh #}

# What pip, uv and conda log in with in the containers of tasks: a file that nobody but root reads.
logins() {
  netrc=''
{% for login in file.logins %}
{% for read in login.user %}
  read_secret {{ read.place }} {{ read.where }}{% for field in read.field %} {{ field }}{% endfor %}

{% endfor %}
  user=$value
  read_secret {{ login.password.place }} {{ login.password.where }}{% for field in login.password.field %} {{ field }}{% endfor %}

  host_login {{ login.host }} "$user" "$value"
{% endfor %}
}
{% endfor %}
