package io.frontlineservice.crm.rest;

import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.UnusableSettingException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * What is wrong with the requests and their paging. Called by {@link SettingsFindings}.
 * Not thread-safe.
 */
final class RequestFindings {

	private static final Set<Placeholder> OF_PAGES = EnumSet.of(Placeholder.LIMIT, Placeholder.CURSOR, Placeholder.PAGE,
			Placeholder.OFFSET);

	private final List<Finding> findings = new ArrayList<>();

	private final RequestsSettings requests;

	private final PagingSettings paging;

	RequestFindings(RestSettings settings) {
		this.requests = settings.requests();
		this.paging = settings.paging();
	}

	List<Finding> all() {
		addRequired();
		RequestSettings list = this.requests.list();
		add("list", list, with(OF_PAGES, Placeholder.OWNERS, Placeholder.SEARCH), Set.of());
		add("search", this.requests.search(), with(OF_PAGES, Placeholder.OWNERS, Placeholder.SEARCH),
				EnumSet.of(Placeholder.SEARCH));
		add("by-id", this.requests.byId(), EnumSet.of(Placeholder.ID), EnumSet.of(Placeholder.ID));
		add("by-address", this.requests.byAddress(), with(Placeholder.OF_ADDRESS, Placeholder.LIMIT),
				Placeholder.OF_ADDRESS);
		if (this.findings.isEmpty() && list != null) {
			this.findings.addAll(PagingFindings.of(this.paging, RestRequest.of(list, null, false).placeholders()));
		}
		return this.findings;
	}

	private static Set<Placeholder> with(Set<Placeholder> some, Placeholder... more) {
		Set<Placeholder> all = EnumSet.copyOf(some);
		all.addAll(List.of(more));
		return all;
	}

	private void addRequired() {
		if (this.requests.list() == null) {
			add("requests.list.path", "is missing: set it to the path of the request that lists customers, "
					+ "such as /contacts?owner={owners}&limit={limit}");
		}
		if (this.requests.byId() == null) {
			add("requests.by-id.path",
					"is missing: set it to the path of the request that reads one customer, such as /contacts/{id}");
		}
	}

	/** Of the needed placeholders, one is enough. */
	private void add(String name, @Nullable RequestSettings request, Set<Placeholder> known, Set<Placeholder> needed) {
		if (request == null) {
			return;
		}
		String key = "requests." + name;
		String path = request.path();
		String body = request.body();
		if (path == null) {
			add(key + ".path", "is missing: set it to the part of the URL after " + RestSettings.PREFIX + ".url");
			return;
		}
		Set<Placeholder> used = EnumSet.noneOf(Placeholder.class);
		check(key + ".path", () -> used.addAll(UrlTemplate.parse(path).placeholders()));
		if (body != null) {
			check(key + ".body", () -> used.addAll(BodyTemplate.parse(body).placeholders()));
		}
		addPointer(key + ".records", request.records(), !name.equals("by-id"));
		Set<Placeholder> foreign = EnumSet.copyOf(used);
		foreign.removeAll(known);
		if (!foreign.isEmpty()) {
			add(key + ".path", "cannot have " + Placeholder.list(foreign) + ": use " + Placeholder.list(known));
		}
		if (!needed.isEmpty() && needed.stream().noneMatch(used::contains)) {
			add(key + ".path", "must have " + Placeholder.list(needed) + (needed.size() > 1 ? ": one of them" : ""));
		}
	}

	private void check(String key, Runnable parsing) {
		try {
			parsing.run();
		}
		catch (UnusableSettingException ex) {
			add(key, String.valueOf(ex.getMessage()));
		}
	}

	private void addPointer(String key, @Nullable String pointer, boolean isRequired) {
		if (pointer == null) {
			if (isRequired) {
				add(key, "is missing: set it to the JSON Pointer to the customers in the answer, such as /data, "
						+ "or to \"\" if the answer itself is the list");
			}
			return;
		}
		if (!isPointer(pointer)) {
			add(key, "must be a JSON Pointer such as /data/items");
		}
	}

	static boolean isPointer(String text) {
		try {
			JsonPointer.compile(text);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private void add(String setting, String problem) {
		this.findings.add(new Finding(RestSettings.key(setting), problem));
	}

}
