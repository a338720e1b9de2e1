{% for read in login.user %}
read_secret {{ read.place }} {{ read.where }}{% for field in read.field %} {{ field }}{% endfor %}

user=$value
{% endfor %}
read_secret {{ login.password.place }} {{ login.password.where }}{% for field in login.password.field %} {{ field }}{% endfor %}

