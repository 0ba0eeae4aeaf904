#!/bin/sh
# First run: runs the README's first command in a clean clone, without Maven and with an empty
# local repository, until the sandbox's page answers. Prints the download size and the time.
#
#   src/load/first-run.sh [MEGABYTES [SECONDS]]      140 MB and 28 s by default
#
# It fails if the download was larger or took longer; the time depends on the network. It
# measures the last commit. Needs git, curl, a JDK and two free ports.
# In the environment:
#   JAVA_HOME   the JDK to use
#   PORT        the port of the sandbox, 18080 by default; the next one is for management
set -eu
cd "$(dirname "$0")/../.."

megabytes=${1:-140}
seconds=${2:-28}
export PORT="${PORT:-18080}"
export MANAGEMENT_SERVER_PORT=$((PORT + 1))

folder=$(mktemp -d)
maven=
finish() {
  if [ -n "$maven" ]; then
    kill "$maven" 2>/dev/null || true
    wait "$maven" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

git clone -q . "$folder/clone"
cd "$folder/clone"
export MAVEN_USER_HOME="$folder/downloads"
start=$(date +%s)
./mvnw -Dmaven.repo.local="$folder/downloads/repository" spring-boot:run >"$folder/log" 2>&1 &
maven=$!
until curl -sf -o "$folder/page" "http://localhost:$PORT/"; do
  kill -0 "$maven" 2>/dev/null && [ $(($(date +%s) - start)) -lt 600 ] || { tail -n 40 "$folder/log" >&2; exit 1; }
  sleep 0.2
done
took=$(($(date +%s) - start))
# Without the files that Maven writes beside each download.
files=$(find "$folder/downloads" -type f ! -name '*.sha1' ! -name '_remote.repositories' ! -name '*.properties' | wc -l)
downloaded=$(($(du -sk "$folder/downloads" | cut -f1) / 1000))

echo "The first command downloaded $downloaded MB in $files files and answered after $took s."
[ "$downloaded" -le "$megabytes" ] || { echo "More than $megabytes MB" >&2; exit 1; }
[ "$took" -le "$seconds" ] || { echo "More than $seconds s" >&2; exit 1; }
