/**
 * The crash run: kills the real jar under load, restarts it, and counts what was lost.
 * Run by {@code src/load/crash.sh}, never by JUnit.
 */
package io.frontlineservice.crash;
