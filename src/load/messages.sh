#!/bin/sh
# Load test of workers' messages: starts the jar as in production, with a CRM and a pretend
# Twilio that hang, and measures over HTTP how soon the webhook onMessageAdd is answered, at a
# fixed rate of 200 a second. Every fourth message is to a person who has opted out, and must
# be rejected; all others must pass.
#
#   src/load/messages.sh
#
# It prints a line for each window of 5 seconds; the first windows are the JVM's warm-up. If a
# target of src/docs/performance.md is missed, the exit code is not 0 and the logs are kept.
# Needs only a JDK; takes about 2 minutes.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package exec:exec@load -Dload.main=io.frontlineservice.load.MessagesRun
