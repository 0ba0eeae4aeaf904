#!/bin/sh
# Load test: starts the jar as in production with a file of generated customers, and sends
# signed requests of many workers: first pages, further pages, searches, details, proxy
# addresses, templates. For each window of 10 seconds it prints the throughput and the
# processor time of the service for one request, which depends less on other load on the
# machine. The first windows are the JVM's warm-up: quote the last ones.
#
#   src/load/run.sh [CUSTOMERS [WINDOWS]]      1000 customers, 6 windows by default
#
# It needs wrk, which Debian has (apt-get install -y wrk), curl, and a JDK.
# In the environment:
#   JAVA_HOME   the JDK to use; JDK 25 serves callbacks on virtual threads
#   JAVA_OPTS   options for the service, -Xmx1g by default
#   PORT        the port of the service, 18080 by default; the next one is for management
#   OTHER       the command of another service to test instead of the jar. It runs in the
#               folder that holds customers.json, with PORT and the Twilio variables set
set -eu
cd "$(dirname "$0")/../.."

customers=${1:-1000}
windows=${2:-6}
port=${PORT:-18080}
management=$((port + 1))
url=http://localhost:$port
token=0123456789abcdef0123456789abcdef
jar=$PWD/target/frontline-integration-service.jar
lua=$PWD/src/load/replay.lua
templates=$PWD/src/load/templates.yml
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

folder=$(mktemp -d)
service=
finish() {
  if [ -n "$service" ]; then
    kill "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

./mvnw -q -Pbenchmark -DskipTests package
./mvnw -q -Pbenchmark test-compile exec:exec -Dbenchmark.main=io.frontlineservice.twilio.LoadFiles \
  -Djmh.args="$folder $customers $url $token"

cd "$folder"
export PORT="$port" TWILIO_ACCOUNT_SID=AC00000000000000000000000000000000 TWILIO_AUTH_TOKEN="$token"
export MANAGEMENT_SERVER_PORT="$management" FRONTLINE_PUBLIC_URL="$url"
export TWILIO_SMS_NUMBER=+15005550006 TWILIO_WHATSAPP_NUMBER=whatsapp:+15005550006
export FRONTLINE_CRM_FILE_LOCATION="$folder/customers.json" FRONTLINE_TEMPLATES_LOCATION="$templates"
if [ -n "${OTHER:-}" ]; then
  sh -c "exec $OTHER" >service.log 2>&1 &
  ready=$url/
else
  # shellcheck disable=SC2086 # several options
  "$java" ${JAVA_OPTS:--Xmx1g} -jar "$jar" >service.log 2>&1 &
  ready="--fail http://localhost:$management/actuator/health/readiness"
fi
service=$!

seconds=0
# shellcheck disable=SC2086 # an option and a URL
until curl -s -o answer.txt $ready; do
  seconds=$((seconds + 1))
  if [ "$seconds" -gt 120 ] || ! kill -0 "$service" 2>/dev/null; then
    echo "The service did not start:" >&2
    tail -n 20 service.log >&2
    exit 1
  fi
  sleep 1
done
echo "$customers customers, ready after about $seconds s"

# Prints the processor time that the service has used, in hundredths of a second.
used() {
  sed 's/.*) //' "/proc/$service/stat" | awk '{ print $12 + $13 }'
}

window=1
while [ "$window" -le "$windows" ]; do
  before=$(used)
  REQUESTS=$folder/requests.txt WINDOW=$window wrk -t1 -c64 -d10s -s "$lua" "$url" >wrk.txt 2>&1
  requests=$(awk '/requests in/ { print $1 }' wrk.txt)
  grep '^window' wrk.txt || cat wrk.txt
  echo "           $(((($(used) - before) * 10000) / ${requests:-1})) µs of processor time a request"
  window=$((window + 1))
done
