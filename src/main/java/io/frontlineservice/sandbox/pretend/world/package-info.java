/**
 * The state of the pretend Twilio: conversations with their participants and messages,
 * and users. Phones and the REST API change it under the same rules.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.world;

import org.jspecify.annotations.NullMarked;
