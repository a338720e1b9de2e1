{% for place in folder %}
place={{ place }}

# there FILE: whether the folder has this file.
there() {
  cmp -s "$1" "$place/${1##*/}"
}

# push FILE: puts one file there, whole or not at all.
push() {
  mkdir -p "$place" && cp "$1" "$place/.${1##*/}.new" && mv "$place/.${1##*/}.new" "$place/${1##*/}"
}
{% endfor %}
