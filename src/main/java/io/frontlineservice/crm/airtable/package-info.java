/**
 * The adapter of Airtable: the records of one table, read live by its Web API or from a
 * copy in memory.
 */
@NullMarked
package io.frontlineservice.crm.airtable;

import org.jspecify.annotations.NullMarked;
