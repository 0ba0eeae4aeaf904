#!/bin/sh
# Crash test: starts the jar as in production under some 50 events a second of a pretend
# Twilio, kills it with kill -9 at random and at named moments, starts it again, and in
# the end counts: what was acknowledged must have been done, once, and soon.
#
#   src/load/crash.sh [KILLS [sqlite|postgres [SEED]]]      20 kills, SQLite by default
#
# On PostgreSQL there are two instances, of which one after the other is killed. Then, a tenth
# as often, one is stopped with SIGSTOP for longer than its lease on the work, and goes on.
# It ends with another exit code than 0 if anything was lost, doubled, stuck or not found,
# and leaves its logs. Needs a JDK and nothing else; takes some 8 s for each kill.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package
./mvnw -q -Pbenchmark test-compile exec:exec -Dbenchmark.main=io.frontlineservice.crash.CrashRun \
  -Djmh.args="${1:-20} ${2:-sqlite} ${3:-}"
