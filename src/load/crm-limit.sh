#!/bin/sh
# Load test of a CRM with a rate limit: starts a pretend HubSpot that permits 5 requests a second, and
# the jar with 1,000 workers who have 10 customers each. All workers open the app within a minute, and
# a worker who gets no list tries again after 10 s: first with nothing in memory, and then with the
# lists of a minute ago, although the CRM has changed. It prints how many see a list, after how long,
# and what the others see. Then it prints the time and the CRM's requests of a list and of details,
# from the CRM and from memory, without the limit.
#
#   src/load/crm-limit.sh
#
# If a worker gets no list in the end, the exit code is not 0. It needs a JDK and takes about eight
# minutes.
set -eu
cd "$(dirname "$0")/../.."

./mvnw -q -DskipTests package exec:exec@load -Dload.main=io.frontlineservice.load.CrmLimitRun
