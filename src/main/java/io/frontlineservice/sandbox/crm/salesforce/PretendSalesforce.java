package io.frontlineservice.sandbox.crm.salesforce;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.PretendCrm;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Salesforce's REST API, as far as an adapter needs it: a token, queries, and the
 * description of an object. Counts calls, and refuses them beyond the limit of the day.
 * Called by {@code CrmServer}. Thread-safe.
 *
 * @see <a href=
 * "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm">Query</a>
 */
public final class PretendSalesforce implements PretendCrm {

	private static final Pattern VERSION = Pattern.compile("v(4[1-9]|5[0-9]|6[0-8])\\.0");

	/** Salesforce refuses a longer URL. */
	private static final int LONGEST_URL = 16_384;

	private static final long CALLS_PER_DAY = 100_000;

	private final SalesforceOrg org = new SalesforceOrg();

	private final SalesforceAccess access = new SalesforceAccess(Clock.systemUTC());

	private final AtomicLong callsLeft = new AtomicLong(CALLS_PER_DAY);

	public PretendSalesforce() {
	}

	/** Returns the objects and records. */
	public SalesforceOrg org() {
		return this.org;
	}

	/** Returns who may sign in. */
	public SalesforceAccess access() {
		return this.access;
	}

	/** Sets how many calls are left today. */
	public void callsLeft(long calls) {
		this.callsLeft.set(calls);
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		try {
			List<String> path = request.segments();
			if (path.equals(List.of("services", "oauth2", "token"))) {
				return this.access.token(request);
			}
			String user = this.access.user(request);
			if (user == null) {
				throw SalesforceError.invalidSession();
			}
			if (this.callsLeft.getAndUpdate((left) -> Math.max(0, left - 1)) == 0) {
				throw SalesforceError.requestLimitExceeded();
			}
			return withUsage(CrmReply.json(200, resource(request, path, user)));
		}
		catch (SalesforceError ex) {
			return withUsage(ex.reply());
		}
	}

	@Override
	public CrmReply rateLimited() {
		return SalesforceError.requestLimitExceeded().reply();
	}

	private Map<String, Object> resource(CrmRequest request, List<String> path, String user) {
		boolean isData = path.size() > 3 && path.subList(0, 2).equals(List.of("services", "data"))
				&& VERSION.matcher(path.get(2)).matches() && request.method().equals("GET");
		if (request.path().length() + request.query().length() > LONGEST_URL) {
			throw SalesforceError.uriTooLong();
		}
		List<String> resource = isData ? path.subList(3, path.size()) : List.of();
		String soql = request.parameter("q");
		if (resource.equals(List.of("query")) && soql != null) {
			String viewer = user.equals(SalesforceAccess.USERNAME) ? null : this.org.userId(user);
			return new QueryRun(this.org, path.get(2), soql, viewer).result();
		}
		if (resource.size() == 3 && resource.get(0).equals("sobjects") && resource.get(2).equals("describe")) {
			return description(resource.get(1));
		}
		throw SalesforceError.notFound();
	}

	private Map<String, Object> description(String object) {
		try {
			ObjectSchema schema = this.org.schema(object);
			Map<String, Object> body = new LinkedHashMap<>();
			body.put("name", schema.name());
			body.put("keyPrefix", schema.prefix());
			body.put("queryable", true);
			body.put("fields", schema.fields().values().stream().map(PretendSalesforce::description).toList());
			return body;
		}
		catch (SalesforceError ex) {
			// Here an unknown object is an unknown resource.
			throw SalesforceError.notFound();
		}
	}

	private static Map<String, Object> description(FieldSchema field) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("name", field.name());
		body.put("type", field.type().name().toLowerCase(Locale.ROOT));
		body.put("filterable", true);
		body.put("sortable", true);
		if (field.isReference()) {
			body.put("relationshipName", field.relationship());
		}
		return body;
	}

	private CrmReply withUsage(CrmReply reply) {
		long used = CALLS_PER_DAY - this.callsLeft.get();
		return reply.with("Sforce-Limit-Info", "api-usage=" + used + "/" + CALLS_PER_DAY);
	}

}
