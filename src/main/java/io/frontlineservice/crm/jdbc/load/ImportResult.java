package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.crm.reader.LoadReport;

/**
 * What an import that has ended has done. Made by {@link FileImport}. Immutable.
 *
 * @param reached all rows of the file, those included that were done before
 * @param written how many customers were written
 * @param removed how many customers were removed that the file does not have
 * @param nothingRemoved whether no customer was removed because the file has errors or no
 * rows
 * @param report on the rows that were not done before
 */
record ImportResult(ImportRecord reached, long written, int removed, boolean nothingRemoved, LoadReport report) {

}
