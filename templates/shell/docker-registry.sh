# What Docker needs to pull: the certificates of the registry, and its login. Needs put.sh and $home, the folder that keeps the login.
registry() {
{% for file in docker.certificates %}
  put 0644 {{ docker.bundle }} <"$here/"{{ file }}
{% endfor %}
{% for host in docker.verified %}
  put 0644 /etc/docker/certs.d/{{ host }}/ca.crt <"$here/"{{ docker.bundled }}
{% endfor %}
{% for host in docker.insecure %}
  insecure {{ host }}
{% endfor %}
{% for login in docker.logins %}
{% for read in login.user %}
  read_secret {{ read.place }} {{ read.where }}{% for field in read.field %} {{ field }}{% endfor %}

{% endfor %}
  user=$value
  read_secret {{ login.password.place }} {{ login.password.where }}{% for field in login.password.field %} {{ field }}{% endfor %}

  (umask 077 && mkdir -p "$root$home/docker")
  printf '%s' "$value" | DOCKER_CONFIG="$root$home/docker" docker login {{ login.host }} --username "$user" --password-stdin >&2
{% endfor %}
  :
}
{% if docker.insecure %}

# insecure HOST: Docker does not verify this registry; it reads that again without a restart.
insecure() {
  mkdir -p "$root/etc/docker"
  local new
  new=$(python3 -c '
import json, os, sys
path, host = sys.argv[1:]
old = json.load(open(path)) if os.path.exists(path) else {}
old["insecure-registries"] = sorted(set(old.get("insecure-registries", [])) | {host})
print(json.dumps(old, indent=2))
' "$root/etc/docker/daemon.json" "$1")
  local before=$changed
  changed=0
  printf '%s\n' "$new" | put 0644 /etc/docker/daemon.json
  [ "$changed" -eq 0 ] || [ -n "$root" ] || systemctl reload docker
  [ "$before" -eq 0 ] || changed=1
}
{% endif %}
