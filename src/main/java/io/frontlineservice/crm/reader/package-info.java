/**
 * Reads files of customers, in CSV, JSON and YAML, row by row, for the file adapter and
 * for the import into a database.
 */
@NullMarked
package io.frontlineservice.crm.reader;

import org.jspecify.annotations.NullMarked;
