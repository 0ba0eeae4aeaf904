/**
 * Load programs, which measure the service over HTTP. {@code src/load/inbound.sh} and
 * {@code src/load/attack.sh} run them; JUnit does not.
 */
package io.frontlineservice.load;
