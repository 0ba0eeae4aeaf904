/**
 * What the pretend Twilio posts to the service: webhooks of Conversations and callbacks
 * of Frontline, and how they are signed and delivered.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.webhook;

import org.jspecify.annotations.NullMarked;
