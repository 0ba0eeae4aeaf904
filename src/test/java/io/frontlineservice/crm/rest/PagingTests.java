package io.frontlineservice.crm.rest;

import static io.frontlineservice.crm.rest.StubbedRest.data;
import static io.frontlineservice.crm.rest.StubbedRest.record;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the pages of APIs become pages of customers. */
@Timeout(20)
class PagingTests {

	@Test
	void placeWithinAPageOfTheApiIsReadAgain() {
		try (RestSetup setup = numbered((page) -> page < 2 ? records(page, 3) : records(page, 1))) {
			assertThat(Walk.all(setup.crm()).idsInPagesOf(2)).containsExactly("0-0", "0-1", "0-2", "1-0", "1-1", "1-2",
					"2-0");
			assertThat(setup.requests()).containsExactly(page(0), page(0), page(1), page(1), page(2));
		}
	}

	@Test
	void fullLastPageWithoutTotalIsFollowedByAnEmptyOne() {
		try (RestSetup setup = numbered((page) -> records(page, (page == 0) ? 3 : 0))) {
			RestCrm crm = setup.crm();
			CrmPage first = crm.list(Audience.EVERYONE, "", null, 30, Walk.soon());
			assertThat(first.more()).isTrue();
			assertThat(crm.list(Audience.EVERYONE, "", first.next(), 30, Walk.soon())).isEqualTo(CrmPage.EMPTY);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "null", "0", "\"\"" })
	void valueThatSaysThatThereIsNoMoreEndsTheList(String more) {
		CrmReply full = CrmReply.text(200, "application/json",
				"{\"data\": [{\"id\": 1, \"name\": \"a\"}, {\"id\": 2, \"name\": \"b\"}], \"more\": %s}"
					.formatted(more));
		try (RestSetup setup = paged(StubbedRest.start(full), "2").set("paging.more", "/more")) {
			assertThat(Walk.all(setup.crm()).page(null, 30).more()).isFalse();
		}
	}

	@Test
	void answerWithoutItsTotalIsAnErrorAndNotTheEndOfTheList() {
		try (RestSetup setup = paged(StubbedRest.start(data(record("1", ADA), record("2", ADA))), "2")
			.set("paging.total", "/total")) {
			assertThatExceptionOfType(CrmErrorException.class)
				.isThrownBy(() -> setup.crm().list(Audience.EVERYONE, "", null, 30, Walk.soon()));
		}
	}

	@Test
	void cursorThatIsNotATextIsAnErrorAndNotTheEndOfTheList() {
		CrmReply nested = CrmReply.json(200, Map.of("data", List.of(record("1", ADA)), "next", Map.of("cursor", "x")));
		try (RestSetup setup = cursors(StubbedRest.start(nested))) {
			assertThatExceptionOfType(CrmErrorException.class)
				.isThrownBy(() -> setup.crm().list(Audience.EVERYONE, "", null, 5, Walk.soon()));
		}
	}

	@Test
	void linksMayBeAbsoluteOrRelativeAndAreFollowedAsTheyAre() {
		Map<String, String> links = new HashMap<>();
		try (RestSetup setup = linked((request) -> {
			String number = (request.parameter("p") != null) ? request.parameter("p") : "0";
			return linkedPage(links.get(number), record(number, ADA));
		})) {
			String base = setup.server().url().toString();
			links.put("0", base + "/api/c?p=1&$skiptoken=%3Ccookie%20a=%22b%22%20/%3E&x=a+b");
			links.put("1", "?p=2");
			links.put("2", "/elsewhere?p=3");
			links.put("3", base + "/api/c?p=4");
			assertThat(Walk.all(setup.crm()).idsInPagesOf(9)).containsExactly("0", "1", "2", "3", "4");
			assertThat(setup.requests()).containsExactly("GET /api/c",
					"GET /api/c?p=1&$skiptoken=%3Ccookie%20a=%22b%22%20/%3E&x=a+b", "GET /api/c?p=2",
					"GET /elsewhere?p=3", "GET /api/c?p=4");
		}
	}

	@Test
	void cursorThatDoesNotMoveIsAnError() {
		CrmReply same = CrmReply.json(200, Map.of("data", List.of(record("1", ADA)), "next", "x"));
		try (RestSetup setup = cursors(StubbedRest.start(same))) {
			RestCrm crm = setup.crm();
			String next = crm.list(Audience.EVERYONE, "", null, 5, Walk.soon()).next();
			assertThatExceptionOfType(CrmErrorException.class)
				.isThrownBy(() -> crm.list(Audience.EVERYONE, "", next, 5, Walk.soon()));
		}
	}

	@Test
	void emptyPageWithACursorIsPassedOver() {
		try (RestSetup setup = cursors(StubbedRest.start((request) -> {
			String after = request.parameter("after");
			return (after == null) ? CrmReply.json(200, Map.of("data", List.of(), "next", "x"))
					: data(record("1", ADA));
		}))) {
			assertThat(ids(setup.crm().list(Audience.EVERYONE, "", null, 5, Walk.soon()).customers()))
				.containsExactly("1");
		}
	}

	@Test
	void cursorThatDoesNotFitIntoARequestOfTheAppIsAnError() {
		CrmReply huge = CrmReply.json(200, Map.of("data", List.of(record("1", ADA)), "next", "x".repeat(3_000)));
		try (RestSetup setup = cursors(StubbedRest.start(huge))) {
			assertThatExceptionOfType(CrmErrorException.class)
				.isThrownBy(() -> setup.crm().list(Audience.EVERYONE, "", null, 5, Walk.soon()));
		}
	}

	@Test
	void recordWithoutAnIdIsLeftOut() {
		try (RestSetup setup = StubbedRest.start(data(record("1", ADA), Map.of("name", "x"), record("2", ADA)))) {
			assertThat(Walk.all(setup.crm()).idsInPagesOf(1)).containsExactly("1", "2");
		}
	}

	@Test
	void serviceFiltersWhereTheApiCannot() {
		try (RestSetup setup = numbered((page) -> List
			.of(record(page + "-0", (page % 5 == 4) ? ADA : BEN), record(page + "-1", BEN), record(page + "-2", BEN))
			.subList(0, (page == 9) ? 1 : 3))) {
			assertThat(new Walk(setup.crm(), audience(ADA), "").idsInPagesOf(1)).containsExactly("4-0", "9-0");
		}
	}

	@Test
	void listWithoutAnOwnCustomerInTimeIsAnOutageAndNotEmpty() {
		try (RestSetup setup = numbered(
				(page) -> List.of(record(page + "-0", BEN), record(page + "-1", BEN), record(page + "-2", BEN)))) {
			assertThatExceptionOfType(CrmUnavailableException.class)
				.isThrownBy(() -> setup.crm().list(audience(ADA), "", null, 5, Walk.soon()));
			assertThat(setup.requests()).hasSize(20);
			assertThatExceptionOfType(CrmUnavailableException.class)
				.isThrownBy(() -> setup.crm().list(audience(ADA), "", null, 5, Deadline.in(Duration.ofSeconds(1))));
			assertThat(setup.requests()).hasSize(1);
		}
	}

	@Test
	void pageThatFailsEndsAPageThatHasCustomers() {
		try (RestSetup setup = StubbedRest.start((request) -> request.query().contains("page=0")
				? data(record("1", ADA), record("2", BEN)) : CrmReply.json(500, Map.of()))) {
			paged(setup, "2").set("paging.first", "0").set("requests.list.path", "/c?page={page}");
			CrmPage page = setup.crm().list(audience(ADA), "", null, 5, Walk.soon());
			assertThat(ids(page.customers())).containsExactly("1");
			assertThat(page.more()).isTrue();
		}
	}

	@Test
	void moreOwnersThanAUrlCanHaveAreFilteredByTheService() {
		String[] many = IntStream.range(0, 101).mapToObj((i) -> "w" + i).toArray(String[]::new);
		try (RestSetup setup = StubbedRest.start(data(record("1", ADA), record("2", "w7")))) {
			assertThat(ids(setup.crm().list(audience(many), "", null, 5, Walk.soon()).customers()))
				.containsExactly("2");
			assertThat(setup.requests()).containsExactly("GET /api/c");
		}
	}

	private static RestSetup numbered(Function<Integer, List<Map<String, Object>>> pages) {
		RestSetup setup = StubbedRest
			.start((request) -> CrmReply.json(200, Map.of("data", pages.apply(number(request)))));
		return paged(setup, "3").set("paging.first", "0").set("requests.list.path", "/c?page={page}");
	}

	private static int number(CrmRequest request) {
		return Integer.parseInt(request.parameter("page"));
	}

	private static String page(int number) {
		return "GET /api/c?page=" + number;
	}

	private static List<Map<String, Object>> records(int page, int count) {
		return IntStream.range(0, count).mapToObj((i) -> record(page + "-" + i, ADA)).toList();
	}

	private static RestSetup paged(RestSetup setup, String size) {
		return setup.set("paging.type", "page")
			.set("paging.size", size)
			.set("requests.list.path", "/c?page={page}&o={owners}");
	}

	private static RestSetup cursors(RestSetup setup) {
		return setup.set("paging.type", "cursor")
			.set("paging.next", "/next")
			.set("requests.list.path", "/c?after={cursor}");
	}

	private static RestSetup linked(Function<CrmRequest, CrmReply> answers) {
		return StubbedRest.start(answers).set("paging.type", "next-link").set("paging.next", "/next");
	}

	private static CrmReply linkedPage(String link, Map<String, Object> record) {
		Map<String, Object> body = new HashMap<>();
		body.put("data", List.of(record));
		body.put("next", link);
		return CrmReply.json(200, body);
	}

}
