# host_login HOST USER PASSWORD: one more line of the netrc file in $netrc. Its readers agree on words of printable ASCII without blanks
# and backslashes, that begin with neither a double quote nor #; and a user of HTTP has no colon.
host_login() {
  local LC_ALL=C word
  for word in "$2" "$3"; do
    case $word in
      '' | [\"#]* | *[!!-~]* | *\\*)
        fail "no netrc file can hold the login for $1 whole: user and password take letters, digits and signs of ASCII, no blank, no backslash, and neither \" nor # at the beginning"
        ;;
    esac
  done
  case $2 in *:*) fail "the user for $1 has a colon, and HTTP knows none" ;; esac
  netrc=${netrc:+$netrc$'\n'}"machine $1 login $2 password $3"
}
