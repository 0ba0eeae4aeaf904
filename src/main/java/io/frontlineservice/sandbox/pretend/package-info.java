/**
 * A pretend Twilio: as much of its Conversations as this service has to do with, over
 * real HTTP. The sandbox runs against it, and so do tests.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend;

import org.jspecify.annotations.NullMarked;
