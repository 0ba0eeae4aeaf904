/**
 * The sandbox: sample data, printed examples, and a pretend Twilio with a page of phones.
 * No other package uses it.
 */
@NullMarked
package io.frontlineservice.sandbox;

import org.jspecify.annotations.NullMarked;
