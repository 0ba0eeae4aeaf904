package io.frontlineservice.customer;

import io.frontlineservice.limit.AnswerLimit;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.worker.WorkerDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Services over any CRM. Used by tests of this package and of adapters. */
public final class TestServices {

	static final Grants NO_GRANTS = (worker, customerId, deadline) -> false;

	private TestServices() {
	}

	/**
	 * Returns a service with an empty directory, in which workers see their own
	 * customers.
	 */
	public static CustomerService of(CrmAdapter crm) {
		return of(crm, WorkerDirectory.empty(), Visibility.OWNER);
	}

	static CustomerService of(CrmAdapter crm, WorkerDirectory directory, Visibility visibility) {
		return of(crm, directory, visibility, new WorkersWithoutCustomers(Clock.systemUTC()));
	}

	static CustomerService of(CrmAdapter crm, WorkerDirectory directory, Visibility visibility,
			WorkersWithoutCustomers withoutCustomers) {
		return of(crm, new CustomerAccess(visibility.rule(directory), NO_GRANTS), withoutCustomers);
	}

	/** Returns a service in which workers see their own customers and granted ones. */
	public static CustomerService of(CrmAdapter crm, WorkerDirectory directory, Grants grants) {
		return of(crm, directory, Visibility.OWNER, grants);
	}

	static CustomerService of(CrmAdapter crm, WorkerDirectory directory, Visibility visibility, Grants grants) {
		return of(crm, new CustomerAccess(visibility.rule(directory), grants),
				new WorkersWithoutCustomers(Clock.systemUTC()));
	}

	private static CustomerService of(CrmAdapter crm, CustomerAccess access, WorkersWithoutCustomers withoutCustomers) {
		return new CustomerService(crm, access, new SharedNumberNotice(crm, access), new CustomerNotices(List.of()),
				new PageTokens(key("secret")), new CustomerLimit(new AnswerLimit(new JsonMapper())), withoutCustomers);
	}

	static InstallationKey key(String... secrets) {
		return new InstallationKey(Arrays.stream(secrets).map(Secret::of).toList());
	}

	public static Deadline soon() {
		return Deadline.in(Duration.ofMinutes(1));
	}

}
