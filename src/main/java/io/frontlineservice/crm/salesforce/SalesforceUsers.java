package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.crm.owner.UserDirectory;
import io.frontlineservice.crm.owner.UserDirectory.User;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which user is which worker, as a field of the user says. An inactive user is not a
 * worker. Called by {@link CustomerOwners} and {@link SalesforceCrm}. Thread-safe.
 */
final class SalesforceUsers {

	/** So many identities fit into a URL. */
	private static final int IN_ONE_QUERY = 100;

	private static final String USERNAME = "Username";

	private final SalesforceApi api;

	private final String field;

	private final String select;

	private final UserDirectory directory;

	SalesforceUsers(SalesforceApi api, SalesforceSettings settings, Ticker ticker) {
		this.api = api;
		this.field = settings.ownerField();
		this.select = "SELECT " + String.join(", ", fieldNames(settings)) + " FROM User WHERE IsActive = true AND ";
		this.directory = new UserDirectory(this::read, IN_ONE_QUERY, ticker);
	}

	/** Returns the names of the fields of users that the queries read. */
	static Set<String> fieldNames(SalesforceSettings settings) {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		names.addAll(List.of(CustomerObject.ID, settings.ownerField()));
		if (settings.actsAsWorkers()) {
			names.add(USERNAME);
		}
		return names;
	}

	/** Returns the ids of the users with these identities. */
	Set<String> idsOf(Collection<WorkerIdentity> wanted, Deadline deadline) {
		return this.directory.idsOf(wanted, deadline);
	}

	/**
	 * Returns the identities of users by their ids; none for a user who is not a worker.
	 */
	Map<String, Set<WorkerIdentity>> identitiesOf(Collection<String> userIds, Deadline deadline) {
		return this.directory.identitiesOf(userIds, deadline);
	}

	/**
	 * Returns the username of a worker.
	 * @param identities all identities of the worker
	 * @throws CrmAccessException if there is not exactly one user
	 */
	String usernameOf(Collection<WorkerIdentity> identities, Deadline deadline) {
		Set<User> found = this.directory.usersOf(identities, deadline);
		if (found.size() != 1) {
			throw new CrmAccessException("Salesforce has " + (found.isEmpty() ? "no active user" : "several users")
					+ " for this worker: exactly one must have the identity of the worker in the field " + this.field
					+ ", which " + SalesforceSettings.PREFIX + ".owner-field names");
		}
		return found.iterator().next().account();
	}

	private List<User> read(UserDirectory.Key key, List<String> values, Deadline deadline) {
		String condition = SoqlText.in((key == UserDirectory.Key.ID) ? CustomerObject.ID : this.field, values);
		List<User> users = new ArrayList<>();
		for (Map<String, Object> row : this.api.query(this.select + condition, deadline).rows()) {
			if (row.get(CustomerObject.ID) instanceof String id && row.get(this.field) instanceof String identity) {
				users.add(new User(id, WorkerIdentity.of(identity), String.valueOf(row.get(USERNAME))));
			}
		}
		return users;
	}

}
