#!/bin/sh
# Load test of customers in a database: starts PostgreSQL with a data folder of its own, fills the
# tables of this service, starts the jar, and sends 200 signed requests a second, each for another
# worker and customer: first pages, pages far down, searches for a common and for a rare word,
# details, the number to write from, and the customer of a number that begins a conversation. It
# prints p50 and p99 of each kind, from when a request was due until its answer was complete. If an
# answer is wrong, the exit code is not 0.
#
#   src/load/database.sh [CUSTOMERS [SECONDS [VISIBILITY]]]
#
# By default: 100,000 customers, 30 seconds, and each worker sees the own customers (owner). With
# everyone, each worker sees all. To fill and measure apart, let DATA be a folder that is kept. A
# run of 0 seconds only fills it; if that fails, delete the folder:
#
#   export DATA=/var/tmp/1000000
#   src/load/database.sh 1000000 0
#   src/load/database.sh 1000000 30
#
# It needs a JDK, and PostgreSQL as Debian installs it: apt-get install postgresql. A million
# customers take about 2 GB of disk space while the tables are filled; there are at most 10 million.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package exec:exec@load -Dload.main=io.frontlineservice.load.DatabaseRun \
  -Dload.args="${1:-100000} ${2:-30} ${3:-owner}"
