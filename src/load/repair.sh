#!/bin/sh
# Crash test of the template bridge: a worker sends a WhatsApp template outside the 24-hour
# window, and it fails. The jar, started as in production, is killed with kill -9 at named
# moments between that failure and the content that is sent instead, and started again. The
# customer must get exactly one content message each time.
#
#   src/load/repair.sh [ROUNDS]      2 kills at each of 4 moments by default
#
# If a content message is lost or doubled, the exit code is not 0 and the logs are kept. Needs
# only a JDK; takes about half a minute for each kill.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package exec:exec@load -Dload.main=io.frontlineservice.crash.RepairRun \
  -Dload.args="${1:-2}"
