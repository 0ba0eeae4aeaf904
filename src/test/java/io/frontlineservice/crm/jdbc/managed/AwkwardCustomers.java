package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** 1,003 customers with all that makes names, owners and addresses hard to compare. */
public final class AwkwardCustomers {

	public static final List<String> OWNERS = List.of("ada@example.com", "Ben@Example.com", "*", "Ünal@example.com",
			"owner with ; and \\ and ' and %", "o".repeat(300), "o".repeat(299) + "p", "\uD83D\uDE00");

	private static final List<String> PARTS = List.of("Ann", "ann", "Ånn", "A\u030Ann", "Łukasz", "李", "李明", "タナカ", "'",
			"O'Brien", "O’Brien", "Zoe", "Bo", "Bo-Anne", "\uD83D\uDE00", "1", "55", "Straße", "STRASSE", "İnci",
			"Фёдор", "محمد", "%", "_", "\\", "100%", "Ann_", "a\\b", "null", "e\u0301", "É", "x".repeat(60), "Maria",
			"Mariana", "Σίσυφος", "กิน");

	private static final List<String> EMAILS = List.of("ala@example.com", "o'brien@example.com", "al-b5@example.org",
			"Łola@example.com", "15@example.com", "100%_x@example.net", "\"a\\b\"@example.com", "李@example.com");

	private static final List<String> NUMBERS = List.of("+14155550100", "+14155550155", "+49301234567", "+4930123456",
			"+33199000114", "+442079460151", "+5215512345678", "+525512345678", "+551187654321", "+5491123456789",
			"+39061234567", "+12");

	private final Random random = new Random(16);

	private AwkwardCustomers() {
	}

	public static List<CrmCustomer> all() {
		AwkwardCustomers made = new AwkwardCustomers();
		List<CrmCustomer> customers = new ArrayList<>();
		for (int i = 0; i < 998; i++) {
			customers.add(made.customer(made.id(i), made.name()));
		}
		customers.add(made.customer("long", "李".repeat(256)));
		customers.add(made.customer("longer", "李".repeat(255) + "明"));
		customers.add(made.customer("\uD83D\uDE00".repeat(128), "Ann"));
		customers.add(made.customer("\uFF41", "Ann"));
		customers.add(made.customer("\uE000", "Ann"));
		return customers;
	}

	private String id(int i) {
		return switch (i % 5) {
			case 0 -> String.valueOf(i);
			case 1 -> "id " + i + "\n";
			case 2 -> "ä" + i;
			case 3 -> "%_" + i + "\\";
			default -> "A" + i + "'\"";
		};
	}

	private String name() {
		List<String> parts = new ArrayList<>();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			parts.add(any(PARTS));
		}
		return String.join(" ", parts);
	}

	private CrmCustomer customer(String id, String name) {
		Set<String> owners = new HashSet<>(several(OWNERS));
		Detail details = chance() ? new Detail(chance() ? "About" : null, chance() ? name + "\nmore" : null) : null;
		List<Link> links = chance() ? List.of(new Link("Web", "https://example.com/?a=%20&b='", "\"A\"")) : List.of();
		Customer card = new Customer(id, name, channels(), links, details,
				chance() ? "https://example.com/a.png" : null);
		Map<String, Object> attributes = chance() ? Map.of("vip", chance(), "city", "Köln", "", "1.50") : Map.of();
		Instant updatedAt = chance() ? Instant.parse("2026-01-31T12:00:00.123456789Z") : null;
		return new CrmCustomer(card, WorkerIdentity.setOf(owners), several(EMAILS), chance() ? name() : null,
				chance() ? "de-AT" : null, updatedAt, attributes);
	}

	private List<Channel> channels() {
		List<Channel> channels = new ArrayList<>();
		for (String number : several(NUMBERS)) {
			channels.add(chance() ? new Channel(ChannelType.SMS, number)
					: new Channel(ChannelType.WHATSAPP, "whatsapp:" + number));
		}
		if (this.random.nextInt(4) == 0) {
			channels
				.add(new Channel(ChannelType.CHAT, any(List.of("al", "Al", "+14155550100", "i".repeat(300), "=x"))));
		}
		return channels;
	}

	private List<String> several(List<String> all) {
		List<String> several = new ArrayList<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			several.add(any(all));
		}
		return several;
	}

	private String any(List<String> all) {
		return all.get(this.random.nextInt(all.size()));
	}

	private boolean chance() {
		return this.random.nextBoolean();
	}

}
