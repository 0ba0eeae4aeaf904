/**
 * What this service remembers of the people in conversations. Numbers, other addresses
 * and customer ids are stored as keyed hashes only.
 */
@NullMarked
package io.frontlineservice.conversation.participant;

import org.jspecify.annotations.NullMarked;
