package io.frontlineservice.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.contract.PretendCustomersApi;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each flaw of a server fails exactly one check. */
class FlawedServerTests {

	private static final String RIGHT = "Bearer " + PretendCustomersApi.TOKEN;

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "flawsOfAnswers", "flawsOfPages", "flawsOfOwners", "flawsOfSearches", "flawsOfLookUps" })
	void serverFailsExactlyThatCheck(String flaw, Flaw server, String check) {
		try (SampleServer sample = new SampleServer(server)) {
			int exitCode = sample.check();
			assertThat(sample.marked("!!")).as(sample.printed()).containsExactly(check);
			assertThat(exitCode).isEqualTo(1);
			assertThat(sample.printed().replaceFirst(".*", "")).contains("  !!  " + check + "\n      expected: ")
				.doesNotContain("Lin", "Quirin", "ada@example.com", "1001", "+1415555", "identity-");
		}
	}

	static Stream<Arguments> flawsOfAnswers() {
		return Stream.of(
				flaw("another content type",
						Flaw.answering((it) -> true,
								(reply) -> CrmReply.text(reply.status(), "text/html;charset=utf-8", reply.body())),
						"the content type is JSON in UTF-8"),
				flaw("texts in another charset",
						Flaw.answering(Request::isList,
								(reply) -> CrmReply.text(reply.status(), "application/json",
										reply.body().replace("\u00E9", "\uFFFD"))),
						"texts are in UTF-8"),
				flaw("any token",
						Flaw.asking((it) -> it.request().header("Authorization") != null,
								(it) -> it.withAuthorization(RIGHT)),
						"a wrong token is refused"),
				flaw("no token",
						Flaw.asking((it) -> it.request().header("Authorization") == null,
								(it) -> it.withAuthorization(RIGHT)),
						"a request without a token is refused"),
				flaw("an answer of 5.5 MB",
						Flaw.answering((it) -> it.isList() && it.text("limit").equals("50"), FlawedServerTests::padded),
						"answers have at most 5 MB"),
				flaw("too many requests without a pause", once(CrmReply.text(429, "application/json", "{}")),
						"too many requests are told with Retry-After"),
				flaw("a channel of an unknown type",
						Flaw.writing((it) -> it.isList(),
								(json) -> channel(json).put("type", "fax").put("value", "+14155550101")),
						"the service can use each customer"),
				flaw("a number with blanks",
						Flaw.answering(Request::isList,
								(reply) -> CrmReply.text(reply.status(), "application/json",
										reply.body().replaceAll("\\+1415555", "+1 415 555 "))),
						"numbers are in E.164"));
	}

	static Stream<Arguments> flawsOfPages() {
		AtomicInteger plain = new AtomicInteger();
		return Stream.of(
				flaw("the first customer again on page two", FlawedServerTests::doubling,
						"each customer is in the list once"),
				flaw("a last page that is followed by itself",
						Flaw.writing((it) -> it.isList() && isKnown(it.text("cursor")), FlawedServerTests::endless),
						"the list ends"),
				flaw("an empty page before the last", FlawedServerTests::withGap,
						"a page that is not the last has a customer"),
				flaw("ignores limit", Flaw.asking(Request::isList, (it) -> it.without("limit").with("limit", "10")),
						"a page has at most limit customers"),
				flaw("another order now and then",
						Flaw.writing((it) -> it.isPlainList() && it.text("limit").equals("10")
								&& plain.incrementAndGet() == 3, FlawedServerTests::swapFirst),
						"the order is the same each time"),
				flaw("loses a customer between small pages",
						Flaw.writing((it) -> it.text("limit").equals("7") && it.parameter("cursor") != null,
								(json) -> customers(json).remove(0)),
						"the list is the same for each limit"),
				flaw("a cursor for one limit",
						Flaw.empty((it) -> it.text("limit").equals("6") && it.parameter("cursor") != null),
						"a cursor can be used again, with another limit"),
				flaw("an error for an unknown cursor", Flaw
					.failing((it) -> it.isList() && it.parameter("cursor") != null && !isKnown(it.text("cursor")), 400),
						"an unknown cursor is the end of the list"));
	}

	static Stream<Arguments> flawsOfOwners() {
		return Stream.of(
				flaw("ignores owner", Flaw.asking(Request::isList, (it) -> it.without("owner")),
						"owner lists only customers of that owner"),
				flaw("ignores owner in searches",
						Flaw.asking((it) -> it.parameter("search") != null, (it) -> it.without("owner")),
						"owner lists only customers of that owner"),
				flaw("loses a customer of an owner",
						Flaw.writing((it) -> it.owners().toString().equalsIgnoreCase("[ada@example.com]")
								&& it.text("cursor").isEmpty(), (json) -> customers(json).remove(0)),
						"owner lists all customers of that owner"),
				flaw("owners in one case",
						Flaw.empty((it) -> it.owners()
							.stream()
							.anyMatch((owner) -> !owner.equals(owner.toLowerCase(Locale.ROOT)))),
						"owners are compared without case"),
				flaw("only the first owner",
						Flaw.asking((it) -> it.owners().size() > 1, (it) -> it.with("owner", it.owners().get(0))),
						"several owners are possible"),
				flaw("nobody for *", Flaw.empty((it) -> it.owners().contains("*")),
						"the owner * lists the customers of every worker"),
				flaw("an error for an unknown owner",
						Flaw.failing((it) -> it.owners().stream().anyMatch((owner) -> owner.endsWith(".invalid")), 404),
						"an unknown owner is not an error"),
				flaw("a customer that only its owner lists",
						Flaw.writing((it) -> it.isList() && it.owners().isEmpty(), (json) -> remove(json, "KD-1002/4")),
						"without owner, all customers are listed"));
	}

	static Stream<Arguments> flawsOfSearches() {
		return Stream.of(
				flaw("whole words only", Flaw.empty((it) -> it.text("search").length() == 3),
						"a search finds the beginning of a word in a name"),
				flaw("capitals differ", Flaw.empty((it) -> it.text("search").matches("[A-Z]{3}")),
						"a search ignores upper and lower case"),
				flaw("all customers if nobody matches",
						Flaw.asking((it) -> it.text("search").matches("[a-z]{5,}"), (it) -> it.without("search")),
						"a word that nobody has finds nobody"),
				flaw("any word is enough",
						Flaw.asking((it) -> it.text("search").matches("[A-Za-z]+ [A-Za-z]+"),
								(it) -> it.with("search", it.text("search").replaceAll("\\b\\w{5,}\\b", ""))),
						"each word of a search must match"),
				flaw("interprets %",
						Flaw.asking((it) -> it.text("search").contains("%"),
								(it) -> it.with("search", it.text("search").replace("%", ""))),
						"characters of a search have no meaning"),
				flaw("an error for a quote", Flaw.failing((it) -> it.text("search").contains("'"), 500),
						"characters of a search have no meaning"),
				flaw("another order in searches",
						Flaw.writing((it) -> it.text("search").matches("[A-Za-z]{3}"), FlawedServerTests::swapFirst),
						"what a search finds is in the order of the list"),
				flaw("nobody for blanks", Flaw.empty((it) -> it.text("search").equals("  ")),
						"a search of blanks is no search"));
	}

	static Stream<Arguments> flawsOfLookUps() {
		return Stream.of(
				flaw("lower-cases ids", Flaw.asking(Request::isById,
						(it) -> it.withPath(it.request().path().toLowerCase(Locale.ROOT).replace("%2f", "%2F"))),
						"a customer is found by its id"),
				flaw("by id without owners", Flaw.writing(Request::isById, (json) -> json.remove("workers")),
						"a customer by id is the one in the list"),
				flaw("ids in any case",
						Flaw.asking((it) -> it.isById() && it.request().path().contains("ab%20"),
								(it) -> it.withPath(it.request().path().replace("ab%20", "AB%20"))),
						"an id is compared with its case"),
				flaw("500 for an unknown id", Flaw.answering(Request::isById,
						(reply) -> (reply.status() == 404) ? new CrmReply(500, reply.headers(), reply.body()) : reply),
						"an unknown id is a 404"),
				flaw("an error page",
						Flaw.answering(Request::isById,
								(reply) -> (reply.status() == 404) ? CrmReply.text(404, "text/html", "<html>") : reply),
						"an error has a code and a message"),
				flaw("a plus sign is a blank", Flaw.empty((it) -> it.text("address").startsWith("+")),
						"a phone number finds its customers"),
				flaw("nobody for WhatsApp", Flaw.empty((it) -> it.text("address").startsWith("whatsapp:")),
						"a WhatsApp number finds its customers"),
				flaw("nobody for chat", Flaw.empty((it) -> it.text("address").startsWith("identity")),
						"a chat identity finds its customers"),
				flaw("customers with other addresses",
						Flaw.writing((it) -> it.isByAddress() && it.text("address").matches(".*[1-9].*"),
								FlawedServerTests::addOther),
						"an address finds only its customers"),
				flaw("404 for an unknown address", Flaw.answering(Request::isByAddress,
						(reply) -> reply.body().equals("{\"customers\":[]}") ? CrmReply.json(404, "none") : reply),
						"an unknown address finds nobody"));
	}

	private static Arguments flaw(String name, Flaw flaw, String check) {
		return Arguments.of(name, flaw, check);
	}

	private static boolean isKnown(String cursor) {
		return cursor.startsWith("W");
	}

	private static ArrayNode customers(ObjectNode json) {
		return (ArrayNode) json.path("customers");
	}

	private static ObjectNode channel(ObjectNode json) {
		ArrayNode customers = customers(json);
		return customers.isEmpty() ? json.objectNode()
				: ((ArrayNode) customers.path(customers.size() - 1).path("channels")).addObject();
	}

	private static CrmReply padded(CrmReply reply) {
		return new CrmReply(reply.status(), reply.headers(), reply.body() + " ".repeat(5_500_000));
	}

	private static Flaw once(CrmReply reply) {
		AtomicInteger times = new AtomicInteger();
		return (request, server) -> (times.incrementAndGet() == 7) ? reply : server.apply(request);
	}

	private static CrmReply doubling(Request request, Function<Request, CrmReply> server) {
		return Flaw.writing((it) -> it.isList() && isKnown(it.text("cursor")), (it, json) -> {
			String first = server.apply(it.without("cursor")).body();
			customers(json).insert(0, CrmReply.JSON.readTree(first).path("customers").path(0));
			return json;
		}).answer(request, server);
	}

	private static ObjectNode endless(Request request, ObjectNode json) {
		return json.path("next").isNull() ? json.put("next", request.text("cursor")) : json;
	}

	private static CrmReply withGap(Request request, Function<Request, CrmReply> server) {
		if (request.text("cursor").equals("gap")) {
			return CrmReply.text(200, "application/json", "{\"customers\":[],\"next\":\"end\"}");
		}
		return Flaw
			.writing((it) -> it.isList() && isKnown(it.text("cursor")),
					(it, json) -> json.path("next").isNull() ? json.put("next", "gap") : json)
			.answer(request, server);
	}

	private static void swapFirst(ObjectNode json) {
		ArrayNode customers = customers(json);
		if (customers.size() > 1) {
			customers.insert(1, customers.remove(0));
		}
	}

	private static void remove(ObjectNode json, String id) {
		ArrayNode customers = customers(json);
		for (int i = customers.size() - 1; i >= 0; i--) {
			if (customers.path(i).path("customer_id").asString().equals(id)) {
				customers.remove(i);
			}
		}
	}

	private static void addOther(ObjectNode json) {
		if (!customers(json).isEmpty()) {
			customers(json).addObject().put("customer_id", "5").put("display_name", "Other");
		}
	}

}
