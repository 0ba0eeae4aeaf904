package io.frontlineservice.sandbox.crm.contract;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.PretendCrm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server of a company that implements {@code customers-api.yaml}, for the sandbox and
 * for tests. Called by {@code CrmServer}. Thread-safe.
 */
public final class PretendCustomersApi implements PretendCrm {

	/** The path below which the API is. */
	public static final String PATH = "/api";

	/** The token that the server accepts. */
	public static final String TOKEN = "pretend-customers-token";

	private static final int DEFAULT_LIMIT = 50;

	private static final int MOST_PER_PAGE = 200;

	private static final int MOST_OWNERS = 100;

	private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");

	private final StoredCustomers customers = new StoredCustomers();

	public PretendCustomersApi() {
	}

	/** Returns the customers, to change them. */
	public StoredCustomers customers() {
		return this.customers;
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		try {
			return CrmReply.json(200, resource(request));
		}
		catch (ApiError ex) {
			return ex.reply();
		}
	}

	@Override
	public CrmReply rateLimited() {
		return ApiError.tooManyRequests().reply().with("Retry-After", "1");
	}

	private Map<String, ?> resource(CrmRequest request) {
		if (!("Bearer " + TOKEN).equals(request.header("Authorization"))) {
			throw ApiError.unauthorized();
		}
		List<String> path = request.segments();
		if (path.size() < 2 || path.size() > 3 || !("/" + path.get(0)).equals(PATH) || !path.get(1).equals("customers")
				|| !request.method().equals("GET")) {
			throw ApiError.notFound();
		}
		if (path.size() == 2) {
			return list(request);
		}
		return path.get(2).equals("by-address") ? byAddress(request)
				: this.customers.find(path.get(2)).orElseThrow(ApiError::notFound).json();
	}

	private Map<String, ?> list(CrmRequest request) {
		List<String> owners = request.parameters("owner");
		if (owners.size() > MOST_OWNERS) {
			throw ApiError.invalid("there are more than " + MOST_OWNERS + " owners");
		}
		SearchedWords words = SearchedWords.of(request.parameter("search"));
		List<StoredCustomer> found = this.customers.all()
			.stream()
			.filter((it) -> owners.isEmpty() || it.belongsToAnyOf(owners))
			.filter((it) -> words.match(it.json()))
			.toList();
		return page(found, request.parameter("cursor"), limit(request.parameter("limit")));
	}

	private static int limit(@Nullable String text) {
		int limit = (text == null) ? DEFAULT_LIMIT : LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
		if (limit < 1 || limit > MOST_PER_PAGE) {
			throw ApiError.invalid("limit is not a number from 1 to " + MOST_PER_PAGE);
		}
		return limit;
	}

	private static Map<String, ?> page(List<StoredCustomer> found, @Nullable String cursor, int limit) {
		PagePlace after = (cursor != null) ? PagePlace.parse(cursor) : PagePlace.START;
		List<StoredCustomer> rest = (after == null) ? List.of()
				: found.stream().filter((it) -> it.place().compareTo(after) > 0).toList();
		List<StoredCustomer> page = rest.subList(0, Math.min(limit, rest.size()));
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("customers", page.stream().map(StoredCustomer::json).toList());
		json.put("next", (page.size() < rest.size()) ? page.get(page.size() - 1).place().toCursor() : null);
		return json;
	}

	private Map<String, ?> byAddress(CrmRequest request) {
		String address = request.parameter("address");
		if (address == null) {
			throw ApiError.invalid("address is missing");
		}
		List<?> found = this.customers.all()
			.stream()
			.filter((it) -> it.hasAddress(address))
			.map(StoredCustomer::json)
			.toList();
		return Map.of("customers", found);
	}

}
