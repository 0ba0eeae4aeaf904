/**
 * The way of a message from a conversation to the phones of its customers: the rules of
 * SMS and WhatsApp, and the delivery receipts. Used by phones and the REST API.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.carrier;

import org.jspecify.annotations.NullMarked;
