#!/bin/sh
# Load test of customers in a database: starts PostgreSQL with a data folder of its own, fills the
# tables of this service, starts the jar, and sends 200 signed requests a second, each for another
# worker and customer: first pages, pages far down, searches for a common and for a rare word,
# details, and the number to write from. It prints p50 and p99 of each kind, from when a request was
# due until its answer was complete.
#
#   src/load/database.sh [CUSTOMERS [SECONDS]]      100,000 customers, 30 seconds by default
#
# It needs a JDK, and PostgreSQL as Debian installs it: apt-get install postgresql. A million
# customers take about 2 GB of disk space while the tables are filled.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package
./mvnw -q -Pbenchmark test-compile exec:exec -Dbenchmark.main=io.frontlineservice.load.DatabaseRun \
  -Djmh.args="${1:-100000} ${2:-30}"
