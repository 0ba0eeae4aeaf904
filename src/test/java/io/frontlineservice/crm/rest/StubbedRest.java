package io.frontlineservice.crm.rest;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.PretendCrm;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An API that answers as a test says. Its settings have a list, a search and look-ups of
 * the simplest form.
 */
final class StubbedRest implements PretendCrm {

	private final Function<CrmRequest, CrmReply> answers;

	private StubbedRest(Function<CrmRequest, CrmReply> answers) {
		this.answers = answers;
	}

	/** Starts an API; close what this returns. */
	static RestSetup start(Function<CrmRequest, CrmReply> answers) {
		return new RestSetup(new StubbedRest(answers), "/api").set("requests.list.path", "/c?o={owners}")
			.set("requests.list.records", "/data")
			.set("requests.search.path", "/c?q={search}&o={owners}")
			.set("requests.search.records", "/data")
			.set("requests.by-id.path", "/c/{id}")
			.set("requests.by-address.path", "/c?phone={number}")
			.set("requests.by-address.records", "/data")
			.set("fields.display-name", "name")
			.set("fields.worker", "owner")
			.set("fields.phone", "phone");
	}

	/** Starts an API that answers each request with the same. */
	static RestSetup start(CrmReply answer) {
		return start((request) -> answer);
	}

	/** Returns an answer with these records. */
	static CrmReply data(Map<?, ?>... records) {
		return CrmReply.json(200, Map.of("data", List.of(records)));
	}

	static Map<String, Object> record(String id, String owner) {
		return Map.of("id", id, "name", "Customer " + id, "owner", owner);
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		return this.answers.apply(request);
	}

	@Override
	public CrmReply rateLimited() {
		return CrmReply.json(429, Map.of());
	}

}
