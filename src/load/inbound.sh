#!/bin/sh
# Load test of inbound conversations: starts the jar as in production, with a CRM that
# answers in 20 ms and a pretend Twilio that answers in 50 ms, and measures over HTTP
#
#   - how many events are accepted, 16 at a time, next to how often this disk commits, and
#     whether those that were are on the disk when the process is killed amidst them;
#   - how soon a new conversation has its name, at 200 a second whether the service keeps
#     up or not: first with all well, then with the CRM hanging, failing, Twilio hanging.
#
#   src/load/inbound.sh
#
# It prints one window of 5 seconds after the other; the first ones are the JVM's warm-up.
# It ends with another exit code than 0 if a promise of src/docs/performance.md is broken,
# and leaves its logs. Needs a JDK and nothing else; takes some 5 minutes.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package
./mvnw -q -Pbenchmark test-compile exec:exec -Dbenchmark.main=io.frontlineservice.load.InboundRun
