/**
 * The load run: measures from outside, over HTTP, what was promised of inbound
 * conversations. Run by {@code src/load/inbound.sh}, never by JUnit.
 */
package io.frontlineservice.load;
