#!/bin/sh
# All figures of src/docs/performance.md in one run of about twelve minutes: the start and the first
# requests, memory, throughput beside a bare Spring MVC handler and nginx, refusals, a million
# customers beside a thousand, and a thousand callbacks at once with a slow CRM. It prints a table of
# figures, aims and ratios. If an aim is missed by more than a tenth, or a request gets an unexpected
# answer, it names the figure, and the exit code is 1.
#
#   src/load/figures.sh [quick] [start] [memory] [first] [throughput] [size] [many]
#
# By default it measures all; quick takes a fifth of the time, to try the script. Services run with
# the JVM flags of the Dockerfile, as in a container with 512 MB. Without other load, the figures are
# meant for two fast cores. It needs Linux, a JDK, 4 GB of memory, and wrk and nginx as Debian
# installs them: apt-get install wrk nginx.
# In the environment:
#   JAVA_HOME   the JDK to use, from 17. After changes that another JDK has compiled, run
#               ./mvnw clean first
set -eu
cd "$(dirname "$0")/../.."

[ -z "${JAVA_HOME:-}" ] || export PATH="$JAVA_HOME/bin:$PATH"
./mvnw -q -Pbenchmark -DskipTests package exec:exec@load -Dload.main=io.frontlineservice.load.FiguresRun \
  -Dload.args="$*"
