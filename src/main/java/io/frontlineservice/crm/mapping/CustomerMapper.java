package io.frontlineservice.crm.mapping;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.text.CleanText;
import io.frontlineservice.text.WebUrl;
import io.frontlineservice.worker.WorkerIdentity;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps a CRM's records to customers. Called by CRM adapters, each with its own mapping.
 * Whatever cannot be used is left out with a {@link Remark}; only a record without a
 * usable id cannot become a customer. Thread-safe.
 */
public final class CustomerMapper {

	private static final int LONGEST_ID = 256;

	private final FieldMapping fields;

	private final ContactMapper contacts;

	private final AttributeMapper attributes;

	private final DetailsMapper details;

	/**
	 * Creates a mapper.
	 * @param fields what the fields mean, with the adapter's defaults
	 * @param addresses reads the numbers
	 * @throws io.frontlineservice.text.BadTemplateException if a text in the mapping is
	 * wrong, which {@link FieldMapping#findings} tells at start
	 */
	public CustomerMapper(FieldMapping fields, AddressReader addresses) {
		this.fields = fields;
		this.contacts = new ContactMapper(fields, addresses);
		this.attributes = new AttributeMapper(fields);
		this.details = new DetailsMapper(fields);
	}

	/**
	 * Maps one record.
	 * @throws UnusableRecordException if the record has no usable id
	 */
	public MappedCustomer map(CrmRecord record) {
		Remarks remarks = new Remarks();
		String id = id(record);
		Set<String> owners = Owners.of(record, this.fields.names(CustomerField.WORKER), remarks);
		if (owners.isEmpty()) {
			remarks.noWorker();
		}
		ContactMapper.Contacts contacts = this.contacts.map(record, remarks);
		String company = line(record, CustomerField.COMPANY);
		Customer card = new Customer(id, name(record, id, company, contacts, remarks), contacts.channels(),
				contacts.links(), this.details.map(record), avatar(record, remarks));
		CrmCustomer customer = new CrmCustomer(card, WorkerIdentity.setOf(owners), contacts.emails(), company,
				line(record, CustomerField.LANGUAGE), updatedAt(record, remarks), this.attributes.map(record, remarks));
		return new MappedCustomer(customer, remarks.toList());
	}

	/**
	 * Returns whether a record has that address in any of its fields for numbers and
	 * identities. Only the preferred number of a customer becomes a channel, but each of
	 * its numbers finds it. Adapters use this to verify what their CRM finds by a part of
	 * a number.
	 */
	public boolean hasAddress(CrmRecord record, Address address) {
		return this.contacts.hasAddress(record, address);
	}

	/** Returns the names of all fields that this mapper reads. */
	public Set<String> fieldNames() {
		return Stream
			.of(Stream.of(CustomerField.values()).flatMap((field) -> this.fields.names(field).stream()),
					FieldMapping.orEmpty(this.fields.attributes()).values().stream(), this.contacts.linkFields(),
					this.details.textFields())
			.flatMap((names) -> names)
			.collect(Collectors.toUnmodifiableSet());
	}

	private String id(CrmRecord record) {
		List<String> names = this.fields.names(CustomerField.CUSTOMER_ID);
		String text = FieldValues.firstText(record, names);
		String id = (text != null) ? text.strip() : "";
		if (id.isEmpty()) {
			throw new UnusableRecordException("this customer has no " + (names.isEmpty() ? "id" : names.get(0)));
		}
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
			throw new UnusableRecordException("the id of this customer has half a character, which cannot be sent");
		}
		if (id.length() > LONGEST_ID) {
			throw new UnusableRecordException("the id of this customer is longer than " + LONGEST_ID + " characters");
		}
		return id;
	}

	private String name(CrmRecord record, String id, @Nullable String company, ContactMapper.Contacts contacts,
			Remarks remarks) {
		String name = line(record, CustomerField.DISPLAY_NAME);
		if (name == null) {
			name = CleanText.line(Stream.of(CustomerField.FIRST_NAME, CustomerField.LAST_NAME)
				.map((part) -> line(record, part))
				.filter(Objects::nonNull)
				.collect(Collectors.joining(" ")));
		}
		if (name != null) {
			return name;
		}
		remarks.add("there is no display_name: the company, the e-mail address or the id is shown in its place");
		if (company != null) {
			return company;
		}
		return contacts.emails().isEmpty() ? Objects.requireNonNullElse(CleanText.line(id), "?")
				: contacts.emails().get(0);
	}

	private @Nullable String avatar(CrmRecord record, Remarks remarks) {
		String text = FieldValues.firstText(record, this.fields.names(CustomerField.AVATAR));
		if (text == null || WebUrl.isWeb(text.strip())) {
			return (text != null) ? text.strip() : null;
		}
		remarks.add("the avatar is left out: it is not an absolute web address of at most 2,048 characters");
		return null;
	}

	private @Nullable Instant updatedAt(CrmRecord record, Remarks remarks) {
		Object value = FieldValues.first(record, this.fields.names(CustomerField.UPDATED_AT));
		try {
			return (value != null) ? FieldValues.instant(value) : null;
		}
		catch (DateTimeException ex) {
			remarks.add("the time of the last change is left out: it is not a time like 2026-01-31T12:00:00Z");
			return null;
		}
	}

	private @Nullable String line(CrmRecord record, CustomerField field) {
		return CleanText.line(FieldValues.firstText(record, this.fields.names(field)));
	}

}
