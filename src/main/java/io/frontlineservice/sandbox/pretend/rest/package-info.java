/**
 * The REST API of the pretend Twilio, with one class for each resource. Other packages
 * reach it only over HTTP.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.rest;

import org.jspecify.annotations.NullMarked;
