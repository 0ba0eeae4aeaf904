#!/bin/sh
# Cluster test: two instances of the jar behind nginx, with the nginx configuration and the
# settings of src/docs/deploy, and with the store and the customers in one PostgreSQL database. A
# pretend Twilio posts about 50 signed events a second, and four workers use the app: lists with all their pages, details, templates and the
# number to write from. Meanwhile the script kills one instance with kill -9 and starts it again,
# restarts both instances one after the other, and restarts PostgreSQL.
#
#   src/load/cluster.sh [ROUNDS [SEED]]      1 round by default
#
# If anything was lost or doubled, or a callback failed, the exit code is not 0 and the logs are
# kept. It needs a JDK, nginx, and PostgreSQL as Debian installs it: apt-get install nginx
# postgresql. Takes about two minutes for each round.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package exec:exec@load -Dload.main=io.frontlineservice.crash.ClusterRun \
  -Dload.args="${1:-1} ${2:-}"
