#!/bin/sh
# A command of the operator with the settings of this machine, as the owner of the tables: visits doctor, visits jobs
set -eu

release=/usr/lib/visits/current

# Lines as systemd reads them: a name, =, and all that follows, within quotes or without.
settings() {
  while IFS= read -r line || [ -n "$line" ]; do
    case "$line" in
      '' | '#'* | ';'*) continue ;;
    esac
    value=${line#*=}
    case "$value" in
      \"*\") value=${value#\"} value=${value%\"} ;;
      \'*\') value=${value#\'} value=${value%\'} ;;
    esac
    export "${line%%=*}=$value"
  done <"$1"
}

if [ "$(id -u)" != 0 ]; then
  echo "visits: only root may read /etc/visits. Say: sudo visits $*" >&2
  exit 1
fi
for file in /etc/visits/visits.env /etc/visits/owner.env; do
  if [ -f "$file" ]; then settings "$file"; fi
done
exec setpriv --reuid=visits-owner --regid=visits-owner --init-groups \
  "$release/node_modules/.bin/node" "$release/src/cli/visits.ts" "$@"
