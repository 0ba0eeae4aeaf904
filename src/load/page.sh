#!/bin/sh
# Load test of the sandbox's page: starts the sandbox, opens its page in Chromium, has 300 unknown
# customers write within 10 s, and prints the tasks of the page that took more than 50 ms, what it
# received, and the number of its elements; then the same for a new tab.
#
#   src/load/page.sh
#
# It fails if a task took more than 200 ms. Needs a JDK, a Chromium on the path and two free ports;
# takes about a minute. In the environment:
#   PORT        the port of the sandbox, 18080 by default; the next one is for management
set -eu
cd "$(dirname "$0")/../.."

export PORT="${PORT:-18080}"
export MANAGEMENT_SERVER_PORT=$((PORT + 1))

./mvnw -q -DskipTests package
folder=$(mktemp -d)
java -jar target/frontline-integration-service.jar --spring.profiles.active=sandbox >"$folder/log" 2>&1 &
sandbox=$!
finish() {
  kill "$sandbox" 2>/dev/null || true
  wait "$sandbox" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM
until curl -sf -o "$folder/page" "http://localhost:$PORT/sandbox/api/setup"; do
  kill -0 "$sandbox" 2>/dev/null || { tail -n 40 "$folder/log" >&2; exit 1; }
  sleep 0.2
done
./mvnw -q exec:exec@load -Dload.main=io.frontlineservice.load.PageRun \
  -Dload.args="http://localhost:$PORT"
