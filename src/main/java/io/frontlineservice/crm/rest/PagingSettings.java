package io.frontlineservice.crm.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pages of lists and searches. Part of {@link RestSettings}.
 *
 * @param type how the API says what the next page is
 * @param next the JSON Pointer to the cursor or the link of the next page
 * @param more the JSON Pointer to what says whether there are further pages, for pages
 * and offsets: false, null, 0 or an empty text at the end
 * @param total the JSON Pointer to the number of all customers, for pages and offsets
 * @param size how many customers a page has
 * @param first the number of the first page
 */
record PagingSettings(@DefaultValue("none") PagingType type, @Nullable String next, @Nullable String more,
		@Nullable String total, @DefaultValue("30") int size, @DefaultValue("1") int first) {

	PagingSettings {
		next = RestSettings.orNull(next);
		more = RestSettings.orNull(more);
		total = RestSettings.orNull(total);
	}

}
