/**
 * What the pretend Twilio posts to the service: webhooks of Conversations and callbacks
 * of Frontline, their signatures and their delivery.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.webhook;

import org.jspecify.annotations.NullMarked;
