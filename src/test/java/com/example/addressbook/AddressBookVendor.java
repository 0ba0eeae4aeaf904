package com.example.addressbook;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Names the address book, checks its settings at start, and examines it for the doctor.
 */
public final class AddressBookVendor implements CrmVendor {

	static final String NAME = "address-book";

	private static final Duration LONGEST = Duration.ofSeconds(5);

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(AddressBookSettings.class).findings(environment));
		String fields = AddressBookSettings.PREFIX + ".fields";
		findings.addAll(Binder.get(environment).bindOrCreate(fields, FieldMapping.class).findings(fields));
		return findings;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		AddressBookSettings settings = Binder.get(environment)
			.bindOrCreate(AddressBookSettings.PREFIX, AddressBookSettings.class);
		try (AddressBookCrm crm = new AddressBookCrm(settings, new AddressReader(null), new SimpleMeterRegistry())) {
			boolean isEmpty = crm.list(Audience.EVERYONE, "", null, 1, Deadline.in(LONGEST)).customers().isEmpty();
			return List.of(isEmpty ? Observation.warning("the address book has no contacts", "add some")
					: Observation.holds("the address book answers"));
		}
		catch (CrmUnavailableException ex) {
			return List.of(Observation.problem("the address book does not answer",
					"check frontline.crm.address-book.url, and that this machine can reach it"));
		}
	}

}
