package io.frontlineservice.crm.jdbc.own;

/** What a piece of a query is. Used by {@link SqlToken}. */
enum TokenType {

	/** SQL, a quoted text or a comment. */
	TEXT,

	/** A bind. */
	BIND,

	/** Double brackets that open a part. */
	OPEN,

	/** Double brackets that close a part. */
	CLOSE,

	/** A question mark, which drivers read as a bind. */
	QUESTION_MARK,

	/** The end of a statement. */
	SEMICOLON

}
