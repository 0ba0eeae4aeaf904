/**
 * A pretend Airtable: a table with records, formulas and iterations, with Airtable's
 * limits and errors. {@link io.frontlineservice.sandbox.crm.airtable.PretendAirtable} is
 * the entry point.
 */
@NullMarked
package io.frontlineservice.sandbox.crm.airtable;

import org.jspecify.annotations.NullMarked;
