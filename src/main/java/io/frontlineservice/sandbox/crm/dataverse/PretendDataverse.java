package io.frontlineservice.sandbox.crm.dataverse;

import io.frontlineservice.sandbox.crm.CallWindow;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.PretendCrm;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An environment of Dataverse, as far as an adapter needs it: a token of Microsoft Entra,
 * queries of tables, and the description of their columns. Called by {@code CrmServer}.
 * Thread-safe.
 *
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/overview">Use
 * the Dataverse Web API</a>
 */
public final class PretendDataverse implements PretendCrm {

	private static final int CALLS = 6_000;

	/** Longer URLs are refused. */
	private static final int LONGEST_URL = 32_768;

	private static final Pattern DEFINITION = Pattern
		.compile("EntityDefinitions\\(LogicalName='([a-z0-9_]+)'\\)/Attributes");

	private final DataverseTables tables = new DataverseTables(Clock.systemUTC());

	private final EntraAccess access = new EntraAccess(Clock.systemUTC());

	private final Callers callers = new Callers(this.tables);

	private final PagingCookies cookies = new PagingCookies();

	private volatile CallWindow calls = new CallWindow(CALLS, Duration.ofMinutes(5), System::nanoTime);

	public PretendDataverse() {
	}

	/** Returns the tables and rows. */
	public DataverseTables tables() {
		return this.tables;
	}

	/** Returns who may sign in. */
	public EntraAccess access() {
		return this.access;
	}

	/** Returns who may read what. */
	public Callers callers() {
		return this.callers;
	}

	/** Changes the limit of calls in five minutes, for tests about something else. */
	public void limit(int number) {
		this.calls = new CallWindow(number, Duration.ofMinutes(5), System::nanoTime);
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		try {
			List<String> path = request.segments();
			if (path.size() == 4 && path.subList(1, 4).equals(List.of("oauth2", "v2.0", "token"))
					&& request.method().equals("POST")) {
				return this.access.token(request, path.get(0));
			}
			if (!this.access.isAuthorized(request)) {
				throw DataverseError.unauthorized();
			}
			if (!this.calls.take()) {
				return rateLimited();
			}
			return CrmReply.json(200, resource(request)).with("OData-Version", "4.0");
		}
		catch (DataverseError ex) {
			return ex.reply();
		}
	}

	@Override
	public CrmReply rateLimited() {
		return DataverseError.tooManyRequests().reply().with("Retry-After", "2");
	}

	private Map<String, Object> resource(CrmRequest request) {
		String base = "/api/data/v9.2/";
		if (request.path().length() + request.query().length() > LONGEST_URL) {
			throw DataverseError.uriTooLong();
		}
		if (!request.path().startsWith(base) || !request.method().equals("GET")) {
			throw DataverseError.noResource(request.path());
		}
		String resource = request.path().substring(base.length());
		Matcher definition = DEFINITION.matcher(resource);
		if (definition.matches()) {
			return columns(this.tables.schema(definition.group(1)));
		}
		TableSchema schema = this.tables.ofEntitySet(resource);
		String prefer = request.header("Prefer");
		return new QueryRun(this.tables, schema, this.cookies, request.query(), (prefer != null) ? prefer : "")
			.result("http://" + request.header("Host") + request.path(), this.callers.readable(request, schema.name()));
	}

	private static Map<String, Object> columns(TableSchema schema) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("value",
				schema.byLogicalName()
					.entrySet()
					.stream()
					.map((it) -> Map.of("LogicalName", it.getKey(), "AttributeType",
							it.getValue().name().toLowerCase(Locale.ROOT)))
					.toList());
		return body;
	}

}
