/**
 * The REST API of the pretend Twilio, one class for each resource. Reached over HTTP
 * only.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.rest;

import org.jspecify.annotations.NullMarked;
