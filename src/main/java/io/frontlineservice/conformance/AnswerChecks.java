package io.frontlineservice.conformance;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The checks of what all answers have in common. Part of {@link Checks}. */
final class AnswerChecks {

	/** The checks that come before all others. */
	static final List<Check> FIRST = List.of(Check.first("the server answers", """
			check the URL, which ends before /customers, the certificate and the token; the API needs no \
			redirects""", AnswerChecks::answers),
			Check.first("the list is a page of customers",
					"answer {\"customers\": [...], \"next\": null}, see customers-api.yaml",
					(context) -> context.page(ListQuery.ALL.limit(1))),
			Check.first("there are customers", "give the server at least a few customers, as many as possible",
					AnswerChecks::hasCustomers),
			Check.of("the content type is JSON in UTF-8", "send Content-Type: application/json",
					AnswerChecks::contentType),
			Check.of("texts are in UTF-8", "encode the body in UTF-8", AnswerChecks::encoding),
			Check.of("a wrong token is refused", "answer 401 without the right token",
					(context) -> refuses(context, "Bearer frontline-conformance-wrong-token")),
			Check.of("a request without a token is refused", "answer 401 without the header Authorization",
					(context) -> refuses(context, null)));

	/** The checks of what was measured during all others. */
	static final List<Check> LAST = List.of(
			Check.of("answers have at most 5 MB", "send fewer customers in a page than limit allows",
					AnswerChecks::size),
			Check.of("too many requests are told with Retry-After", "send Retry-After with status 429",
					AnswerChecks::retryAfter),
			Check.advice("answers take at most 1 second",
					"add indexes for owners, names and addresses; measure with all customers", AnswerChecks::time));

	private static final int MOST_BYTES = 5 * 1024 * 1024;

	private static final Duration SLOW = Duration.ofSeconds(1);

	private AnswerChecks() {
	}

	private static void answers(CheckContext context) {
		ServerReply reply = context.server().get(ListQuery.ALL.limit(1).toUrl());
		CheckFailedException.unless(reply.status() == 200 && reply.json().isContainer(),
				"status 200 with JSON for GET /customers?limit=1", reply.described());
	}

	private static void hasCustomers(CheckContext context) {
		CheckFailedException.unless(!context.page(ListQuery.ALL.limit(1)).customers().isEmpty(), "at least 1 customer",
				"none");
	}

	private static void contentType(CheckContext context) {
		String written = context.server().get(ListQuery.ALL.limit(1).toUrl()).header(HttpHeaders.CONTENT_TYPE);
		CheckFailedException.unless(isJson(written), "application/json, without a charset or with charset=utf-8",
				(written == null) ? "no content type" : "another content type");
	}

	private static boolean isJson(@Nullable String written) {
		try {
			MediaType type = MediaType.parseMediaType(String.valueOf(written));
			return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
					&& (type.getCharset() == null || type.getCharset().name().equals("UTF-8"));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/** A decoder writes this character in place of bytes that are not UTF-8. */
	private static void encoding(CheckContext context) {
		long broken = context.sample()
			.customers()
			.values()
			.stream()
			.filter((it) -> it.json().toString().contains("\uFFFD"))
			.count();
		CheckFailedException.unless(broken == 0, "texts in UTF-8", "customers with broken characters: " + broken);
	}

	private static void refuses(CheckContext context, @Nullable String header) {
		context.server().get(ListQuery.ALL.limit(1).toUrl(), header).require(401, "");
	}

	private static void size(CheckContext context) {
		int largest = context.server().measured().largest();
		CheckFailedException.unless(largest <= MOST_BYTES, "at most " + MOST_BYTES + " bytes", largest + " bytes");
	}

	private static void retryAfter(CheckContext context) {
		Measurements measured = context.server().measured();
		if (measured.limited() == 0) {
			throw new NotCheckedException("the server did not refuse any request as too many");
		}
		CheckFailedException.unless(measured.limitedWithoutPause() == 0, "Retry-After with each status 429",
				measured.limitedWithoutPause() + " times without it");
	}

	private static void time(CheckContext context) {
		Duration slowest = context.server().measured().slowest();
		CheckFailedException.unless(slowest.compareTo(SLOW) <= 0, "at most 1,000 ms",
				"up to " + slowest.toMillis() + " ms");
	}

}
