/**
 * Phones: customers who write messages, and workers in the Frontline app. They change the
 * shared world and announce it by webhooks; the REST API is unknown here.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.phone;

import org.jspecify.annotations.NullMarked;
