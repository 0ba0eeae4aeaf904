/**
 * The crash test: kills the real jar under load, restarts it, and counts what was lost.
 * {@code src/load/crash.sh} runs it; JUnit does not.
 */
package io.frontlineservice.crash;
