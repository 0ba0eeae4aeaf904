package io.frontlineservice.sandbox.crm.hubspot;

import io.frontlineservice.sandbox.crm.CallWindow;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.PretendCrm;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * The calls of HubSpot's API that {@link PretendHubSpot} answers, with their scopes and
 * rate limits. Called by the server. Thread-safe.
 */
final class HubSpotCalls implements PretendCrm {

	private static final String VERSION = "2026-09";

	private static final int SEARCHES_PER_SECOND = 5;

	private static final int CALLS_PER_TEN_SECONDS = 190;

	private static final String SEARCHES = "SECONDLY";

	private static final String ALL_CALLS = "TEN_SECONDLY_ROLLING";

	private final Contacts contacts;

	private final Owners owners;

	private final Set<String> scopes = new CopyOnWriteArraySet<>(
			List.of(PretendHubSpot.CONTACTS_SCOPE, PretendHubSpot.OWNERS_SCOPE));

	private volatile CallWindow searches = searches(SEARCHES_PER_SECOND);

	private volatile CallWindow calls = calls(CALLS_PER_TEN_SECONDS);

	HubSpotCalls(Contacts contacts, Owners owners) {
		this.contacts = contacts;
		this.owners = owners;
	}

	private static CallWindow searches(int number) {
		return new CallWindow(number, Duration.ofSeconds(1), System::nanoTime);
	}

	private static CallWindow calls(int number) {
		return new CallWindow(number, Duration.ofSeconds(10), System::nanoTime);
	}

	Contacts contacts() {
		return this.contacts;
	}

	Owners owners() {
		return this.owners;
	}

	void revoke(String scope) {
		this.scopes.remove(scope);
	}

	void grant(String scope) {
		this.scopes.add(scope);
	}

	void limits(int searchesPerSecond, int callsPerTenSeconds) {
		this.searches = searches(searchesPerSecond);
		this.calls = calls(callsPerTenSeconds);
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		try {
			return route(request);
		}
		catch (HubSpotException ex) {
			return ex.reply();
		}
	}

	@Override
	public CrmReply rateLimited() {
		return HubSpotException.limited(ALL_CALLS).reply().with("Retry-After", "1");
	}

	private CrmReply route(CrmRequest request) {
		if (!("Bearer " + PretendHubSpot.ACCESS_TOKEN).equals(request.header("Authorization"))) {
			throw HubSpotException.unauthorized();
		}
		requireCapacity(this.calls, ALL_CALLS);
		List<String> path = request.segments();
		String call = request.method() + " " + String.join("/", path.subList(0, Math.min(4, path.size())));
		return switch (call) {
			case "POST crm/objects/" + VERSION + "/contacts" -> search(request, path);
			case "GET crm/objects/" + VERSION + "/contacts" -> withHeaders(contact(request, path));
			case "GET crm/owners/" + VERSION -> withHeaders(owners(request));
			default -> throw HubSpotException.notFound();
		};
	}

	private CrmReply search(CrmRequest request, List<String> path) {
		requireScope(PretendHubSpot.CONTACTS_SCOPE);
		if (path.size() != 5 || !path.get(4).equals("search")) {
			throw HubSpotException.notFound();
		}
		requireCapacity(this.searches, SEARCHES);
		return CrmReply.json(200, SearchCall.read(request, this.contacts).answer());
	}

	private CrmReply contact(CrmRequest request, List<String> path) {
		requireScope(PretendHubSpot.CONTACTS_SCOPE);
		String properties = request.parameter("properties");
		List<String> names = (properties != null) ? List.of(properties.split(",", -1)) : List.of();
		String id = (path.size() == 5) ? path.get(4) : "";
		Contact contact = this.contacts.find(id).orElseThrow(HubSpotException::notFound);
		return CrmReply.json(200, this.contacts.toJson(contact, names));
	}

	private CrmReply owners(CrmRequest request) {
		requireScope(PretendHubSpot.OWNERS_SCOPE);
		return CrmReply.json(200, this.owners.page(request));
	}

	private void requireScope(String scope) {
		if (!this.scopes.contains(scope)) {
			throw HubSpotException.missingScope(scope);
		}
	}

	private static void requireCapacity(CallWindow limit, String policy) {
		if (!limit.take()) {
			throw HubSpotException.limited(policy);
		}
	}

	/** Answers to searches do not say what is left. */
	private CrmReply withHeaders(CrmReply reply) {
		return reply.with("X-HubSpot-RateLimit-Max", String.valueOf(CALLS_PER_TEN_SECONDS))
			.with("X-HubSpot-RateLimit-Remaining", String.valueOf(this.calls.left()))
			.with("X-HubSpot-RateLimit-Interval-Milliseconds", "10000");
	}

}
