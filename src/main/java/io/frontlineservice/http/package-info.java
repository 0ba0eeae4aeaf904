/** The HTTP client for calls of other services. Every wait has a timeout. */
@NullMarked
package io.frontlineservice.http;

import org.jspecify.annotations.NullMarked;
