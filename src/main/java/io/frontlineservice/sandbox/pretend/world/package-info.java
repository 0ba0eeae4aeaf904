/**
 * What the pretend Twilio knows: conversations with their participants and messages, and
 * users. Changed by phones and by the REST API, which both obey its rules.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.world;

import org.jspecify.annotations.NullMarked;
