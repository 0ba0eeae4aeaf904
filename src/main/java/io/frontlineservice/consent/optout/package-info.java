/**
 * Opt-outs and consent: the log of opt-outs, the words and error codes by which they are
 * learned, the consent fields of the CRM, and what follows for workers' messages.
 */
@NullMarked
package io.frontlineservice.consent.optout;

import org.jspecify.annotations.NullMarked;
