@NullMarked
package io.frontlineservice.twilio;

import org.jspecify.annotations.NullMarked;
