package io.frontlineservice.sandbox.crm.pipedrive;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.PretendCrm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Pipedrive's API that {@link PretendPipedrive} answers, with what each
 * costs. Called by the server. Thread-safe.
 */
final class PipedriveCalls implements PretendCrm {

	private static final int LIST = 10;

	private static final int SEARCH = 20;

	private static final int SINGLE = 1;

	/** Version 1 costs twice as much. */
	private static final int USERS = 20;

	private final Account account;

	private final Allowance allowance;

	private volatile boolean isPermitted = true;

	PipedriveCalls(Account account, Allowance allowance) {
		this.account = account;
		this.allowance = allowance;
	}

	void permit(boolean permitted) {
		this.isPermitted = permitted;
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		if (!PretendPipedrive.API_TOKEN.equals(request.header("x-api-token"))) {
			return PipedriveException.unauthorized().reply();
		}
		boolean isSearch = request.path().endsWith("/search");
		CrmReply reply;
		try {
			reply = CrmReply.json(200, route(request, isSearch));
		}
		catch (PipedriveException ex) {
			reply = ex.reply();
		}
		return this.allowance.withHeaders(reply, isSearch);
	}

	@Override
	public CrmReply rateLimited() {
		return this.allowance.withHeaders(PipedriveException.limited().reply(), false);
	}

	private Map<String, ?> route(CrmRequest request, boolean isSearch) {
		List<String> path = request.segments();
		String resource = request.method() + " " + String.join("/", path.subList(0, Math.min(3, path.size())));
		boolean isList = path.size() == 3;
		if (path.size() > 4) {
			throw PipedriveException.notFound("Resource");
		}
		switch (resource) {
			case "GET api/v2/persons", "GET api/v2/organizations", "GET api/v2/personFields" ->
				charge(isSearch, isSearch ? SEARCH : isList ? LIST : SINGLE);
			case "GET api/v1/users" -> charge(false, USERS);
			default -> throw PipedriveException.notFound("Resource");
		}
		return switch (resource) {
			case "GET api/v2/persons" -> isSearch ? PersonSearch.of(request, this.account).answer()
					: isList ? PersonList.of(request, this.account).answer() : person(request, path.get(3));
			case "GET api/v2/organizations" ->
				isList ? PersonList.organizations(request, this.account) : organization(request, path.get(3));
			case "GET api/v2/personFields" -> fields(request);
			default -> users(request, path);
		};
	}

	private void charge(boolean isSearch, int tokens) {
		this.allowance.charge(isSearch, tokens);
		if (!this.isPermitted) {
			throw PipedriveException.forbidden();
		}
	}

	private Map<String, Object> person(CrmRequest request, String id) {
		PersonReply reply = PersonReply.of(Query.of(request, Set.of("custom_fields", "include_option_labels")),
				this.account);
		Person person = this.account.person(number(id)).orElseThrow(() -> PipedriveException.notFound("Person"));
		return Map.of("success", true, "data", reply.toJson(person));
	}

	private Map<String, Object> organization(CrmRequest request, String id) {
		Query.of(request, Set.of());
		return PersonList.organization(number(id), this.account)
			.findFirst()
			.map((found) -> Map.<String, Object>of("success", true, "data", found))
			.orElseThrow(() -> PipedriveException.notFound("Organization"));
	}

	private static long number(String id) {
		PipedriveException.require(id.matches("\\d{1,18}"), "id must be a number");
		return Long.parseLong(id);
	}

	private Map<String, Object> fields(CrmRequest request) {
		Query.of(request, Set.of("limit", "cursor"));
		List<Map<String, Object>> fields = this.account.fields()
			.stream()
			.map((field) -> Map.<String, Object>of("field_code", field.key(), "field_type", field.type(),
					"is_custom_field", true))
			.toList();
		Map<String, @Nullable Object> additional = new HashMap<>();
		additional.put("next_cursor", null);
		return Map.of("success", true, "data", fields, "additional_data", additional);
	}

	private Map<String, Object> users(CrmRequest request, List<String> path) {
		if (path.size() != 3) {
			throw PipedriveException.notFound("Resource");
		}
		Query.of(request, Set.of());
		return Map.of("success", true, "data", this.account.usersToJson());
	}

}
