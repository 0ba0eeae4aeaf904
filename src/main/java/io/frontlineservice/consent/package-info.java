/**
 * Whether workers may write to a person: opt-outs, consent, quiet hours and blocked
 * words. Asked by the callbacks, from local state only.
 */
@NullMarked
package io.frontlineservice.consent;

import org.jspecify.annotations.NullMarked;
