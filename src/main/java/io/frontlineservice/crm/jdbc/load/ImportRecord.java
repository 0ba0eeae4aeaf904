package io.frontlineservice.crm.jdbc.load;

/**
 * An import of a file, as the table {@code frontline_import} has it. Read and written by
 * {@link ImportTable}. Immutable.
 *
 * @param id the id that its customers have
 * @param rows how many rows of the file are done
 * @param rejected how many of these were rejected
 */
record ImportRecord(long id, long rows, long rejected) {

}
