package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.file.CustomerRow.DetailRow;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.text.CleanText;
import io.frontlineservice.text.WebUrl;
import io.frontlineservice.worker.WorkerIdentity;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a customer of what somebody wrote into the file. Called by {@link CustomerFile}.
 * What cannot be used is left out and remarked on; only a customer without a usable id,
 * or a property of the wrong kind, makes the file a bad one. Made anew for each reading
 * of a file.
 */
final class CustomerMapper {

	private static final int LONGEST_ID = 256;

	private final ContactMapper contacts;

	/** Most customers share their owners with others, so these share one set. */
	private final Map<Set<String>, Set<WorkerIdentity>> owners = new HashMap<>();

	CustomerMapper(AddressReader addresses) {
		this.contacts = new ContactMapper(addresses);
	}

	CrmCustomer map(CustomerRow row, FilePosition position, LoadReport report) {
		String id = id(row, position);
		Set<WorkerIdentity> owners = owners(row);
		if (owners.isEmpty()) {
			report.customerWithoutWorker();
		}
		ContactMapper.Contacts contacts = this.contacts.map(row, report);
		String company = CleanText.line(row.company());
		Customer card = new Customer(id, name(row, id, company, contacts, report), contacts.channels(),
				contacts.links(), details(row.details()), avatar(row.avatar(), report));
		return new CrmCustomer(card, owners, contacts.emails(), company, CleanText.line(row.language()),
				updatedAt(row.updatedAt(), report), attributes(row.attributes(), report));
	}

	private static String id(CustomerRow row, FilePosition position) {
		String id = (row.customerId() != null) ? row.customerId().strip() : "";
		if (id.isEmpty()) {
			throw position.error("this customer has no customer_id");
		}
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
			throw position.error("this customer_id has half a character, which cannot be sent");
		}
		if (id.length() > LONGEST_ID) {
			throw position.error("this customer_id is longer than " + LONGEST_ID + " characters");
		}
		return id;
	}

	private Set<WorkerIdentity> owners(CustomerRow row) {
		Set<String> owners = new HashSet<>();
		addOwner(owners, row.worker());
		if (row.workers() != null) {
			row.workers().forEach((worker) -> addOwner(owners, worker));
		}
		return this.owners.computeIfAbsent(owners, WorkerIdentity::setOf);
	}

	private static void addOwner(Set<String> owners, @Nullable String identity) {
		String owner = (identity != null) ? CleanText.trim(identity) : "";
		if (!owner.isEmpty()) {
			owners.add(owner);
		}
	}

	private static String name(CustomerRow row, String id, @Nullable String company, ContactMapper.Contacts contacts,
			LoadReport report) {
		String name = CleanText.line(row.displayName());
		if (name != null) {
			return name;
		}
		report.remark("there is no display_name: the company, the e-mail or the id is shown in its place");
		if (company != null) {
			return company;
		}
		return contacts.emails().isEmpty() ? Objects.requireNonNullElse(CleanText.line(id), "?")
				: contacts.emails().get(0);
	}

	private static @Nullable Detail details(@Nullable DetailRow details) {
		if (details == null || (details.title() == null && details.content() == null)) {
			return null;
		}
		return new Detail(CleanText.line(details.title()), details.content());
	}

	private static @Nullable String avatar(@Nullable String avatar, LoadReport report) {
		if (avatar == null || avatar.isBlank()) {
			return null;
		}
		String url = avatar.strip();
		if (WebUrl.isWeb(url)) {
			return url;
		}
		report.remark("the avatar is left out: it is not an absolute web address of at most 2,048 characters");
		return null;
	}

	private static @Nullable Instant updatedAt(@Nullable String text, LoadReport report) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(text.strip()).toInstant();
		}
		catch (DateTimeException ex) {
			report.remark("updated_at is left out: it is not a time like 2026-01-31T12:00:00Z");
			return null;
		}
	}

	private static Map<String, Object> attributes(@Nullable Map<String, @Nullable Object> written, LoadReport report) {
		if (written == null || written.isEmpty()) {
			return Map.of();
		}
		Map<String, Object> attributes = new HashMap<>();
		written.forEach((name, value) -> {
			if (value instanceof Collection) {
				report.remark("an attribute is left out: it is not a single value");
			}
			else if (value != null && !value.toString().isBlank()) {
				attributes.put(name, value);
			}
		});
		return attributes;
	}

}
