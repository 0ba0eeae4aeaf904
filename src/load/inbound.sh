#!/bin/sh
# Load test of inbound conversations: starts the jar as in production, with a CRM that
# answers in 20 ms and a pretend Twilio that answers in 50 ms, and measures over HTTP
#
#   - how many events a second are accepted, 16 at a time, compared with the commits a second
#     of this disk, and whether all acknowledged events are in the store after kill -9;
#   - how soon a new conversation gets its name, at a fixed rate of 200 a second: first with
#     everything up, then with the CRM hanging, the CRM failing, and Twilio hanging.
#
#   src/load/inbound.sh
#
# It prints a line for each window of 5 seconds; the first windows are the JVM's warm-up.
# If a target of src/docs/performance.md is missed, the exit code is not 0 and the logs are
# kept. Needs only a JDK; takes about 5 minutes.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package exec:exec@load -Dload.main=io.frontlineservice.load.InboundRun
