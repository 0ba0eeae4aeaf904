package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ALL;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.reachable;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import java.util.ArrayList;
import java.util.List;

/**
 * 1,003 customers with the names, ids, numbers and owners that adapters most easily get
 * wrong. Used by the tests of adapters. Their names have no line breaks, because the kit
 * removes these.
 */
public final class AwkwardCustomers {

	private static final List<String> NAMES = List.of("Ann Hill", "ann hill", "ANN HILL", "Ånn Hill", "A\u030Ann Hill",
			"Łukasz Żółć", "Jörg Weiß", "Müller", "Muller", "Zoë O'Brien", "Zoe O’Brien", "O\"Neil", "100% Sales",
			"under_score", "back\\slash", "a'; drop table contacts; --", "[[and 1 = 1]]", ":limit", "? ?", "{\"a\": 1}",
			"李小龙", "محمد أحمد", "שלום כהן", "Άννα Παππά", "Фёдор", "İnci Işık", "😀 Emoji", "𝒵 Math", "1st", "007",
			"-", "_", "%", "Same Name", "Same Name", "Same Name", "x".repeat(256), "ﬁlm", "a", "Zz top");

	private static final List<String> IDS = List.of("%d", "id-%d", "ID-%d", "ä%d", "%d/../x", "%d'", "a %d b", "%d%%",
			"[%d]", "😀%d", "%d\\");

	private AwkwardCustomers() {
	}

	/** Returns the customers, in no order. */
	public static List<CrmCustomer> all() {
		List<CrmCustomer> customers = new ArrayList<>();
		for (int i = 0; i < 1003; i++) {
			String id = IDS.get(i % IDS.size()).formatted(i / 2);
			String name = NAMES.get(i % NAMES.size());
			Channel[] channels = addresses(i).stream().map(Channel::of).toArray(Channel[]::new);
			List<String> emails = (i % 4 == 0) ? List.of("o'brien_" + i + "@example.com") : List.of();
			customers.add(
					reachable(customer(id, name, owners(i)), (i % 5 == 0) ? "100% Łódź & Co" : null, emails, channels));
		}
		return customers;
	}

	private static String[] owners(int number) {
		return switch (number % 7) {
			case 0, 1, 2 -> new String[] { ADA };
			case 3 -> new String[] { BEN };
			case 4 -> new String[] { "Ada@Example.COM", BEN };
			case 5 -> new String[] { ALL };
			default -> new String[0];
		};
	}

	/** Numbers in each form of WhatsApp, each shared by a few customers. */
	private static List<Address> addresses(int number) {
		int digits = number / 3;
		return switch (number % 8) {
			case 0 -> List.of(sms("+1415555%04d".formatted(digits)));
			case 1 -> List.of(whatsApp("+5215512%06d".formatted(digits)), sms("+525512%06d".formatted(digits)));
			case 2 -> List.of(sms("+55118765%04d".formatted(digits)));
			case 3 -> List.of(whatsApp("+55119876%05d".formatted(digits)));
			case 4 -> List.of(whatsApp("+541123%06d".formatted(digits)));
			case 5 -> List.of(chat("ui-ü " + digits), sms("+4930123%04d".formatted(digits)));
			case 6 -> List.of(chat("UI-Ü " + digits));
			default -> List.of();
		};
	}

}
