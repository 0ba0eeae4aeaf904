/**
 * HTTP between the service and the pretend Twilio: requests, replies and errors, and the
 * record of what was exchanged. Used by all other packages of the pretend Twilio; uses
 * none of them.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.wire;

import org.jspecify.annotations.NullMarked;
