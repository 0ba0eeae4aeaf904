package io.frontlineservice.crm.pipedrive;

/**
 * What to search for. Made by {@link SearchTerms}, sent by {@link PipedriveApi} as a
 * value of the query. Immutable.
 *
 * @param text the words, at least 2 characters
 * @param fields the fields to search, with commas between them
 * @param isExact whether a field must be the text, in any case
 */
record SearchTerm(String text, String fields, boolean isExact) {

}
