/**
 * Keeps the tokens of CRMs in the durable store, for adapters whose refresh tokens
 * rotate. They reach it through a port of package {@code crm.http}.
 */
@NullMarked
package io.frontlineservice.crm.token;

import org.jspecify.annotations.NullMarked;
