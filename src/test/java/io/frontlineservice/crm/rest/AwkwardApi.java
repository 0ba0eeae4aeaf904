package io.frontlineservice.crm.rest;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.PretendCrm;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An API that resembles none of ours: nested values, numbers for SMS in national
 * notation, owners in one text, searches by POST, and each kind of paging.
 */
final class AwkwardApi implements PretendCrm {

	static final String SHARED = "frontdesk@example.com";

	private final List<Map<String, Object>> people = new ArrayList<>();

	private String url = "";

	void serve(List<CrmCustomer> customers, String base) {
		synchronized (this.people) {
			this.url = base;
			this.people.clear();
			customers.forEach((customer) -> this.people.add(json(customer)));
		}
	}

	private static Map<String, Object> json(CrmCustomer customer) {
		List<String> owners = customer.owners()
			.stream()
			.map((it) -> it.equals(CrmCustomer.EVERYONE) ? SHARED : it.written())
			.toList();
		List<Map<String, String>> lines = customer.channels().stream().map(AwkwardApi::line).toList();
		Map<String, Object> person = new LinkedHashMap<>();
		person.put("uid", customer.id().value());
		person.put("name", Map.of("full", customer.name()));
		person.put("managed_by", owners.stream().map((it) -> Map.of("login", it)).toList());
		lines.forEach((line) -> person.put(line.get("kind"), line.get("value")));
		return person;
	}

	private static Map<String, String> line(Channel channel) {
		Address address = channel.toAddress();
		String value = (address.number() != null) ? address.number() : address.value();
		return Map.of("kind", channel.type().wireName() + "_line", "value", value);
	}

	@Override
	public CrmReply answer(CrmRequest request) {
		List<String> path = request.segments();
		synchronized (this.people) {
			if (path.equals(List.of("v1", "people"))) {
				return page(request, matching(owners(request), ""));
			}
			if (path.equals(List.of("v1", "people", "query"))) {
				return page(request, matching(texts(request), request.json().path("filter").path("text").asString("")));
			}
			if (path.equals(List.of("v1", "lookup"))) {
				return page(request, withLine(request.parameters("n")));
			}
			return (path.size() == 3) ? person(path.get(2)) : error(404, "NO_ROUTE");
		}
	}

	@Override
	public CrmReply rateLimited() {
		return error(403, "QUOTA");
	}

	private static CrmReply error(int status, String code) {
		return CrmReply.json(status, Map.of("fault", Map.of("id", code)));
	}

	private CrmReply person(String id) {
		return this.people.stream()
			.filter((it) -> Objects.equals(it.get("uid"), id))
			.findFirst()
			.map((it) -> CrmReply.json(200, Map.of("person", it)))
			.orElseGet(() -> error(410, "GONE"));
	}

	private static List<String> owners(CrmRequest request) {
		return (request.parameter("managers") == null) ? List.of() : List.of(request.parameter("managers").split(","));
	}

	private static List<String> texts(CrmRequest request) {
		return Stream.of(request.json().path("filter").path("managers").asString("").split(","))
			.filter((it) -> !it.isEmpty())
			.toList();
	}

	private List<Map<String, Object>> matching(List<String> owners, String text) {
		List<String> words = List.of(text.toLowerCase(Locale.ROOT).split(" "));
		return this.people.stream()
			.filter((it) -> owners.isEmpty() || isManaged(it, owners))
			.filter((it) -> words.stream().allMatch((word) -> (" " + name(it)).contains(" " + word)))
			.toList();
	}

	private static boolean isManaged(Map<String, Object> person, List<String> owners) {
		return owners.stream()
			.map(WorkerIdentity::of)
			.anyMatch((owner) -> ((List<?>) person.get("managed_by")).stream()
				.anyMatch((it) -> WorkerIdentity.of(String.valueOf(((Map<?, ?>) it).get("login"))).equals(owner)));
	}

	private static String name(Map<String, Object> person) {
		return String.valueOf(((Map<?, ?>) person.get("name")).get("full")).toLowerCase(Locale.ROOT);
	}

	/** Finds too many: it compares only the last digits. */
	private List<Map<String, Object>> withLine(List<String> wanted) {
		return this.people.stream()
			.filter((it) -> it.values().stream().anyMatch((line) -> wanted.stream().anyMatch((one) -> {
				String end = one.substring(Math.max(0, one.length() - 4));
				return line instanceof String text && text.endsWith(end);
			})))
			.toList();
	}

	private CrmReply page(CrmRequest request, List<Map<String, Object>> found) {
		boolean isPost = request.method().equals("POST");
		int size = isPost ? request.json().path("size").asInt(100) : number(request, "size", 100);
		int page = isPost ? request.json().path("page").asInt(0) : number(request, "page", 0);
		int skip = isPost ? request.json().path("skip").asInt(0) : number(request, "skip", 0);
		String after = isPost ? request.json().path("after").asString("") : request.parameter("after");
		int start = (after != null && !after.isEmpty()) ? Integer.parseInt(after.substring(1)) : skip + page * size;
		int end = Math.min(found.size(), start + size);
		boolean more = end < found.size();
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("people", (start < end) ? found.subList(start, end) : null);
		result.put("count", found.size());
		result.put("more", more);
		result.put("mark", more ? "#" + end : "");
		result.put("link", more ? link(request, end) : null);
		return CrmReply.json(200, Map.of("result", result));
	}

	private String link(CrmRequest request, int end) {
		String query = request.query().replaceAll("&?after=[^&]*", "");
		return this.url + request.path() + "?" + query + (query.isEmpty() ? "" : "&") + "after=%23" + end;
	}

	private static int number(CrmRequest request, String name, int fallback) {
		String text = request.parameter(name);
		return (text != null) ? Integer.parseInt(text) : fallback;
	}

}
