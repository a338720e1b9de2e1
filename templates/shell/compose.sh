# variable NAME: a line of a file of variables, as Docker Compose reads it, with what is in $value.
variable() {
  local text=${value//\\/\\\\}
  text=${text//\"/\\\"}
  printf '%s="%s"\n' "$1" "${text//\$/\\\$}"
}

# made FOLDER OWNER: makes it; what is there already belongs to whom it belongs.
made() {
  [ ! -d "$root$folder/$1" ] || return 0
  mkdir -p "$root$folder/$1"
  chown -R "$2" "$root$folder/$1"
}

# owned FOLDER OWNER: makes it, and gives it and what is in it to its owner.
owned() {
  mkdir -p "$root$folder/$1"
  [ "$(stat -c %u:%g "$root$folder/$1")" = "$2" ] || chown -R "$2" "$root$folder/$1"
}

# compose ARGUMENT…: with these files; later ones count.
compose() {
  (cd "$root$folder" && DOCKER_CONFIG=$root$home/docker docker compose "${files[@]}" "$@")
}

# inside: no service runs an image from elsewhere, as one of the vendor's file would that the page does not know.
inside() {
  local image images
  images=$(compose config --images)
  for image in $images; do
    case $image in
{% for host in registries %}
      {{ host }}/*) ;;
{% endfor %}
      *) fail "$image has no place within the site: the page says the image of each service" ;;
    esac
  done
}

# up: checks that the files fit together, then makes the containers anew whose settings changed; all of them if certificates did.
up() {
  compose config --quiet || fail "the files in $folder do not fit together: nothing was started"
  inside
  if [ "$1" -eq 1 ]; then
    compose up --detach --force-recreate
  else
    compose up --detach
  fi
}
