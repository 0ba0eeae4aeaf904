@NullMarked
package io.frontlineservice.twilio.rest;

import org.jspecify.annotations.NullMarked;
