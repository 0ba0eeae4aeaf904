package io.frontlineservice.consent.optout;

/**
 * A word by which a person opts out or in. Returned by {@link Keywords}; immutable.
 *
 * @param optsOut whether it opts out; otherwise it opts in
 * @param word the word as it is in the list
 */
record Keyword(boolean optsOut, String word) {

}
