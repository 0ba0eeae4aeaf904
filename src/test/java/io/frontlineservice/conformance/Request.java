package io.frontlineservice.conformance;

import io.frontlineservice.sandbox.crm.CrmRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriUtils;

/**
 * A request that a flaw of a server changes.
 *
 * @param request the request
 */
record Request(CrmRequest request) {

	boolean isList() {
		return this.request.segments().size() == 2;
	}

	boolean isByAddress() {
		return this.request.path().endsWith("/by-address");
	}

	boolean isById() {
		return this.request.segments().size() == 3 && !isByAddress();
	}

	/** Whether it asks for the first page of all customers. */
	boolean isPlainList() {
		return isList() && parameter("owner") == null && parameter("search") == null && parameter("cursor") == null;
	}

	/** Returns a parameter; an empty text without it. */
	String text(String name) {
		String value = parameter(name);
		return (value != null) ? value : "";
	}

	String parameter(String name) {
		return this.request.parameter(name);
	}

	List<String> owners() {
		return this.request.parameters("owner");
	}

	Request with(String name, String value) {
		return withQuery(name, name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
	}

	Request without(String name) {
		return withQuery(name, null);
	}

	private Request withQuery(String name, String replacement) {
		List<String> fields = new ArrayList<>(Arrays.asList(this.request.query().split("&")));
		fields.removeIf((it) -> it.startsWith(name + "="));
		if (replacement != null) {
			fields.add(replacement);
		}
		return new Request(new CrmRequest(this.request.method(), this.request.path(), String.join("&", fields),
				this.request.headers(), this.request.body()));
	}

	Request withPath(String path) {
		return new Request(new CrmRequest(this.request.method(), path, this.request.query(), this.request.headers(),
				this.request.body()));
	}

	Request withAuthorization(String header) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(this.request.headers());
		headers.put("Authorization", header);
		return new Request(new CrmRequest(this.request.method(), this.request.path(), this.request.query(), headers,
				this.request.body()));
	}

}
