package io.frontlineservice.conformance;

import io.frontlineservice.address.ChannelType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The checks of single customers, by id and by address. Part of {@link Checks}. */
final class LookUpChecks {

	static final List<Check> ALL = List.of(
			Check.of("a customer is found by its id", "decode the id once, and compare it exactly", LookUpChecks::byId),
			Check.of("a customer by id is the one in the list",
					"answer with all owners and channels of the customer everywhere", LookUpChecks::sameCustomer),
			Check.of("an id is compared with its case", "compare ids exactly", LookUpChecks::caseOfId),
			Check.of("an unknown id is a 404", "answer 404 for an id of any form that no customer has",
					LookUpChecks::unknownId),
			Check.of("an error has a code and a message",
					"answer errors with {\"error\": {\"code\": \"...\", \"message\": \"...\"}}",
					LookUpChecks::errorForm),
			Check.of("a phone number finds its customers",
					"compare the address, without whatsapp:, with the channels, without whatsapp:",
					(context) -> byAddress(context, "", ChannelType.SMS, ChannelType.WHATSAPP)),
			Check.of("a WhatsApp number finds its customers",
					"compare the address, without whatsapp:, with the channels, without whatsapp:",
					(context) -> byAddress(context, "whatsapp:", ChannelType.SMS, ChannelType.WHATSAPP)),
			Check.of("a chat identity finds its customers", "compare the address with the channels of type chat",
					(context) -> byAddress(context, "", ChannelType.CHAT)),
			Check.of("an address finds only its customers", "list only customers that have the address",
					LookUpChecks::onlyItsCustomers),
			Check.of("an unknown address finds nobody", "answer 200 with an empty list", LookUpChecks::unknownAddress));

	private static final int MOST = 5;

	private static final String UNKNOWN = "frontline-conformance";

	private LookUpChecks() {
	}

	/** Those whose ids must be encoded in a URL come first. */
	private static List<CheckedCustomer> chosen(CheckContext context) {
		return context.sample()
			.customers()
			.values()
			.stream()
			.sorted(Comparator.comparing((CheckedCustomer it) -> it.id().matches("[\\w.~-]*")))
			.limit(MOST)
			.toList();
	}

	private static void byId(CheckContext context) {
		for (CheckedCustomer customer : chosen(context)) {
			ServerReply reply = context.server().get(ListQuery.customer(customer.id()));
			reply.require(200, "for the id of a customer in the list"
					+ (customer.id().matches("[\\w.~-]*") ? "" : ", which is encoded in the path"));
			CheckFailedException.unless(CheckedCustomer.of(reply.json()).id().equals(customer.id()),
					"the customer with that id", "another id, or no customer");
		}
	}

	private static void sameCustomer(CheckContext context) {
		for (CheckedCustomer customer : chosen(context)) {
			ServerReply reply = context.server().get(ListQuery.customer(customer.id()));
			CheckedCustomer found = CheckedCustomer.of(reply.json());
			if (reply.status() == 200) {
				CheckFailedException.unless(found.owners().equals(customer.owners()), "the owners in the list",
						"other owners");
				CheckFailedException.unless(found.channels().equals(customer.channels()), "the channels in the list",
						"other channels");
			}
		}
	}

	private static void caseOfId(CheckContext context) {
		Optional<String> other = context.sample()
			.ids()
			.stream()
			.flatMap((id) -> List.of(id.toLowerCase(Locale.ROOT), id.toUpperCase(Locale.ROOT)).stream())
			.filter((id) -> !context.sample().customers().containsKey(id))
			.findFirst();
		if (other.isEmpty() || !context.sample().walk().isComplete()) {
			throw new NotCheckedException("no id has letters, or there are too many customers");
		}
		ServerReply reply = context.server().get(ListQuery.customer(other.get()));
		CheckFailedException.unless(reply.status() != 200, "no customer for an id in the other case", "a customer");
	}

	private static void unknownId(CheckContext context) {
		for (String id : List.of(UNKNOWN, "0", "-1", "99999999999999999999", "no customer", "100%25", "a+b&c=d",
				"' OR 1=1 --", "\u00FC\uD83D\uDE80")) {
			if (!context.sample().customers().containsKey(id)) {
				context.server().get(ListQuery.customer(id)).require(404, "for the unknown id " + id);
			}
		}
	}

	private static void errorForm(CheckContext context) {
		JsonNode error = context.server().get(ListQuery.customer(UNKNOWN)).json().path("error");
		CheckFailedException.unless(error.path("code").isString() && error.path("message").isString(),
				"the texts error.code and error.message in the body", "a body without them");
	}

	private static void byAddress(CheckContext context, String prefix, ChannelType... channels) {
		context.sample().addresses(MOST, channels).forEach((address, id) -> {
			CheckedPage page = found(context, prefix + CheckedCustomer.withoutPrefix(address));
			CheckFailedException.unless(page.ids().contains(id), "the customer in the list who has the address",
					page.customers().isEmpty() ? "nobody" : "others: " + page.customers().size());
		});
	}

	private static CheckedPage found(CheckContext context, String address) {
		return CheckedPage.of(context.server().get(ListQuery.byAddress(address)));
	}

	private static void onlyItsCustomers(CheckContext context) {
		for (String address : context.sample().addresses(MOST, ChannelType.values()).keySet()) {
			requireOnly(found(context, address), CheckedCustomer.withoutPrefix(address));
		}
	}

	private static void requireOnly(CheckedPage page, @Nullable String address) {
		long others = page.customers()
			.stream()
			.filter((it) -> it.writtenAddresses().noneMatch((written) -> written.equals(address)))
			.count();
		CheckFailedException.unless(others == 0, "only customers with that address", "others: " + others);
	}

	private static void unknownAddress(CheckContext context) {
		for (String address : List.of("+19995550100", "whatsapp:+19995550100", UNKNOWN, "%", "undefined")) {
			found(context, address).requireEmpty();
		}
	}

}
