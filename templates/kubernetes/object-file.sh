made=0

{# include shell/fail.sh #}

{# include shell/read-secret.sh #}

{# include kubernetes/object.sh #}

# secret CLUSTER NAMESPACE NAME TYPE WANTED…: begins an object; false if others are wanted.
secret() {
  below=$folder${1:+/$1}
  object "${@:2}"
}

# Writes the object, whole or not at all: what it holds leaves this process through a pipe.
make_object() {
  file=$below/$namespace/$name.yaml
  mkdir -p "$below/$namespace"
  manifest | protect >"$file.part" || { rm -f "$file.part"; fail "$file is not written"; }
  mv "$file.part" "$file"
  printf '%s\n' "$file" >&2
  made=$((made + 1))
}

# present NAME: something else makes it, says the page.
present() { printf 'secret %s in namespace %s exists already: nothing is written\n' "$1" "$namespace" >&2; }

