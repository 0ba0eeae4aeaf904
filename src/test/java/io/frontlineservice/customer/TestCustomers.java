package io.frontlineservice.customer;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Customers for tests. Used in the tests of all packages. */
public final class TestCustomers {

	public static final String ADA = "ada@example.com";

	public static final String BEN = "ben@example.com";

	/** The owner that stands for every worker. */
	public static final String ALL = CrmCustomer.EVERYONE.written();

	private TestCustomers() {
	}

	/** Returns a customer with only these values. */
	public static CrmCustomer customer(String id, String name, String... owners) {
		return withCard(new Customer(id, name, null, null, null, null), null, List.of(), owners);
	}

	/** Returns the same customer with everything that a search or a lookup can match. */
	public static CrmCustomer reachable(CrmCustomer customer, String company, List<String> emails,
			Channel... channels) {
		Customer card = customer.card().withChannels(List.of(channels));
		return withCard(card, company, emails,
				customer.owners().stream().map(WorkerIdentity::written).toArray(String[]::new));
	}

	/** Returns the same customer with these addresses. */
	public static CrmCustomer at(CrmCustomer customer, Address... addresses) {
		Channel[] channels = Stream.of(addresses).map(Channel::of).toArray(Channel[]::new);
		return reachable(customer, null, List.of(), channels);
	}

	public static Address sms(String number) {
		return new Address(ChannelType.SMS, number);
	}

	public static Address whatsApp(String number) {
		return new Address(ChannelType.WHATSAPP, "whatsapp:" + number);
	}

	public static Address chat(String identity) {
		return new Address(ChannelType.CHAT, identity);
	}

	/** Returns a customer with that card. */
	public static CrmCustomer withCard(Customer card, String company, List<String> emails, String... owners) {
		return new CrmCustomer(card, WorkerIdentity.setOf(Set.of(owners)), emails, company, null, null, Map.of());
	}

	/**
	 * Returns the audience of a worker who sees the customers of these owners and of
	 * everyone.
	 */
	public static Audience audience(String... owners) {
		return Audience.of(WorkerIdentity.setOf(List.of(owners)));
	}

	public static CustomerId id(String value) {
		return new CustomerId(value);
	}

	public static List<String> ids(Collection<CrmCustomer> customers) {
		return customers.stream().map((customer) -> customer.id().value()).toList();
	}

	/** Returns the ids of the rows. */
	public static List<String> rowIds(CustomerList list) {
		return list.customers().stream().map(Customer::customerId).toList();
	}

}
