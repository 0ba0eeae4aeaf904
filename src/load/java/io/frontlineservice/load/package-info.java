/**
 * Load programs, which measure the service over HTTP. The scripts in {@code src/load} run
 * them; JUnit does not.
 */
package io.frontlineservice.load;
