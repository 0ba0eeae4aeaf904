#!/bin/sh
# Attacks the jar on loopback with requests that are not signed, in three runs: 110 bodies and
# 2,050 headers of which one byte arrives every two seconds, and 1,500 bodies of 250 KB with a
# wrong signature, a third of them chunked. During each attack it sends signed requests one
# after the other. It fails if the service exits, or if the p99 of signed requests exceeds the
# limit during slow bodies or slow headers. During large bodies the sender uses as much
# processor time as the service, so this p99 is only printed.
#
#   src/load/attack.sh [SECONDS [MILLISECONDS]]     by default 10 s for each attack and a limit of 250 ms
#
# It needs curl, a JDK, and 8,000 open files (ulimit -n).
# In the environment:
#   JAVA_HOME   the JDK to use; JDK 17 reads requests on 100 threads, JDK 25 on virtual threads
#   JAVA_OPTS   options for the service, -Xmx384m by default
#   PORT        the port of the service, 18080 by default; the next one is for management
set -eu
cd "$(dirname "$0")/../.."

seconds=${1:-10}
longest=${2:-250}
port=${PORT:-18080}
management=$((port + 1))
url=http://localhost:$port
token=0123456789abcdef0123456789abcdef
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
attack=$PWD/src/load/java/io/frontlineservice/load/Attack.java
jar=$PWD/target/frontline-integration-service.jar

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

./mvnw -q -DskipTests package
cd "$folder"
export PORT="$port" TWILIO_ACCOUNT_SID=AC00000000000000000000000000000000 TWILIO_AUTH_TOKEN="$token"
export MANAGEMENT_SERVER_PORT="$management" FRONTLINE_PUBLIC_URL="$url" FRONTLINE_TWILIO_API_URL=http://localhost:1
export TWILIO_SMS_NUMBER=+15005550006 FRONTLINE_CRM_FILE_LOCATION=classpath:sandbox/customers.json
# shellcheck disable=SC2086 # several options
"$java" ${JAVA_OPTS:--Xmx384m} -XX:+ExitOnOutOfMemoryError -jar "$jar" >service.log 2>&1 &
service=$!
waited=0
until curl -s --fail "http://localhost:$management/actuator/health/readiness" >/dev/null; do
  waited=$((waited + 1))
  [ "$waited" -lt 90 ] && kill -0 "$service" || { cat service.log; exit 1; }
  sleep 1
done

status=0
for kind in "body 110" "header 2050" "large 1500"; do
  # shellcheck disable=SC2086 # the kind and the connections
  "$java" -Xmx1g "$attack" $kind "$seconds" "$port" "$url" "$token" "$longest" || [ "$kind" = "large 1500" ] || status=1
  kill -0 "$service" || { echo "The service has ended" >&2; tail -n 5 service.log; exit 1; }
done
echo "lines in the log: $(wc -l <service.log)"
exit $status
