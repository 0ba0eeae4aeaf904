#!/bin/sh
# Crash test: starts the jar as in production, with a pretend Twilio that sends about 50 events
# a second. Kills it with kill -9 at random and at named moments and starts it again. At the
# end it checks that all work of acknowledged events was done, once, and soon.
#
#   src/load/crash.sh [KILLS [sqlite|postgres [SEED]]]      20 kills, SQLite by default
#
# On PostgreSQL there are two instances; each kill hits one of them. After the kills, a tenth as
# often, one instance is stopped with SIGSTOP for longer than its lease on the work, and resumed.
# If anything was lost, doubled, stuck or not found, the exit code is not 0 and the logs are
# kept. Needs only a JDK; takes about 8 s for each kill.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package exec:exec@load -Dload.main=io.frontlineservice.crash.CrashRun \
  -Dload.args="${1:-20} ${2:-sqlite} ${3:-}"
