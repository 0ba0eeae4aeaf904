package io.frontlineservice.crm.jdbc.own;

/**
 * A piece of a query. Made by {@link SqlLexer}. Immutable.
 *
 * @param type what it is
 * @param text how it is written
 * @param start where it starts in the query
 */
record SqlToken(TokenType type, String text, int start) {

	/** Returns the name of a bind. */
	String name() {
		return this.text.substring(1);
	}

}
