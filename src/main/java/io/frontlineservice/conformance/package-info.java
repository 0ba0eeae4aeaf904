/**
 * The command that checks a company's implementation of {@code customers-api.yaml}. Each
 * check is an entry of a list; nothing here runs in the service.
 */
@NullMarked
package io.frontlineservice.conformance;

import org.jspecify.annotations.NullMarked;
