/**
 * The real jar in a process of its own, and all that it needs around it: customers,
 * workers, a store and a pretend Twilio. Used by the runs of {@code src/load}.
 */
package io.frontlineservice.site;
