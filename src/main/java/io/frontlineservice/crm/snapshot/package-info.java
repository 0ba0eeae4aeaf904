/**
 * The kit for adapters that have all customers in memory: an index of the customers at
 * one moment, the adapter that answers from it, and a copy of a CRM that is read again
 * and again.
 */
@NullMarked
package io.frontlineservice.crm.snapshot;

import org.jspecify.annotations.NullMarked;
