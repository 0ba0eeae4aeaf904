package io.frontlineservice.crm.rest;

/** How an API says what the next page of a list is. Part of {@link PagingSettings}. */
enum PagingType {

	/** The whole list is one answer. */
	NONE,

	/** An answer has a text for the request of the next page. */
	CURSOR,

	/** An answer has the URL of the next page. */
	NEXT_LINK,

	/** Pages have numbers. */
	PAGE,

	/** A request says how many customers to skip. */
	OFFSET

}
