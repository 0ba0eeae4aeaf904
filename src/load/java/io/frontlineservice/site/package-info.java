/**
 * The real jar in a process of its own, with everything that it needs: customers,
 * workers, a store and a pretend Twilio. Used by the programs of {@code src/load}.
 */
package io.frontlineservice.site;
