package io.frontlineservice.crm.salesforce;

import io.frontlineservice.crm.http.ApiAnswer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many calls of the REST API all programs of the org have made in the last 24 hours.
 * Read from a header of each answer by {@link SalesforceDialect} and
 * {@link SalesforceExamination}. Immutable.
 *
 * @param used the calls
 * @param limit how many the org may make
 * @see <a href=
 * "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm">Limit
 * info header</a>
 */
record ApiUsage(long used, long limit) {

	private static final Pattern HEADER = Pattern.compile("(?:^|.*[\\s;,])api-usage=([0-9]{1,12})/([0-9]{1,12}).*");

	private static final int MUCH_PERCENT = 80;

	/** Returns the usage; null if the answer does not tell. */
	static @Nullable ApiUsage of(ApiAnswer answer) {
		String header = answer.header("Sforce-Limit-Info");
		Matcher matcher = HEADER.matcher((header != null) ? header : "");
		return matcher.matches() ? new ApiUsage(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
				: null;
	}

	long left() {
		return Math.max(0, this.limit - this.used);
	}

	/** Whether so much is used that the operator should act. */
	boolean isMuch() {
		return this.used * 100 >= this.limit * MUCH_PERCENT;
	}

}
