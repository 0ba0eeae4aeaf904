package io.frontlineservice.crm.dataverse;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.crm.owner.UserDirectory;
import io.frontlineservice.crm.owner.UserDirectory.User;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.util.UriUtils;

/**
 * Which user is which worker, as a column of the user says. A disabled user is not a
 * worker. Called by {@link CustomerOwners} and {@link DataverseCrm}. Thread-safe.
 */
final class DataverseUsers {

	private static final String ID = "systemuserid";

	private static final String OBJECT_ID = "azureactivedirectoryobjectid";

	/** So many identities fit into a URL. */
	private static final int IN_ONE_QUERY = 100;

	/** Several users can have the same e-mail address. */
	private static final int MOST_USERS = 5_000;

	private final DataverseApi api;

	private final String column;

	private final String select;

	private final UserDirectory directory;

	DataverseUsers(DataverseApi api, DataverseSettings settings, Ticker ticker) {
		this.api = api;
		this.column = settings.ownerColumn();
		this.select = "systemusers?$select=" + String.join(",", columns(settings)) + "&$filter=";
		this.directory = new UserDirectory(this::read, IN_ONE_QUERY, ticker);
	}

	/** Returns the columns of users that the queries read. */
	static Set<String> columns(DataverseSettings settings) {
		return new TreeSet<>(List.of(ID, OBJECT_ID, settings.ownerColumn()));
	}

	/** Returns the ids of the users with these identities. */
	Set<String> idsOf(Collection<WorkerIdentity> wanted, Deadline deadline) {
		return this.directory.idsOf(wanted, deadline);
	}

	/** Returns the identities of users by their ids; none for one who is no worker. */
	Map<String, Set<WorkerIdentity>> identitiesOf(Collection<String> ids, Deadline deadline) {
		return this.directory.identitiesOf(ids, deadline);
	}

	/**
	 * Returns the id of a worker in Entra.
	 * @param identities all identities of the worker
	 * @throws CrmAccessException if there is not exactly one user, with such an id
	 */
	String objectIdOf(Collection<WorkerIdentity> identities, Deadline deadline) {
		Set<User> found = this.directory.usersOf(identities, deadline);
		String id = (found.size() == 1) ? found.iterator().next().account() : "";
		if (!RowId.isId(id)) {
			throw new CrmAccessException("Dataverse does not have exactly one enabled user of Microsoft Entra for this "
					+ "worker: one must have the identity of the worker in the column " + this.column + ", which "
					+ DataverseSettings.PREFIX + ".owner-column names");
		}
		return id;
	}

	/** Whether the identity of a worker is an id, as that of a team is. */
	boolean haveIdsAsIdentities() {
		return this.column.equals(OBJECT_ID) || this.column.equals(ID);
	}

	private List<User> read(UserDirectory.Key key, List<String> values, Deadline deadline) {
		List<String> conditions = values.stream()
			.filter((value) -> (key == UserDirectory.Key.ID || haveIdsAsIdentities()) ? RowId.isId(value)
					: ODataText.canCompare(value))
			.map((value) -> (key == UserDirectory.Key.ID) ? ID + " eq " + value : this.column + " eq " + literal(value))
			.toList();
		if (conditions.isEmpty()) {
			return List.of();
		}
		String filter = "isdisabled eq false and " + ODataText.any(conditions);
		String query = this.select + UriUtils.encode(filter, StandardCharsets.UTF_8);
		List<User> users = new ArrayList<>();
		for (Map<String, Object> row : this.api.query(query, MOST_USERS, deadline).rows()) {
			if (row.get(ID) instanceof String id && row.get(this.column) instanceof String identity) {
				String objectId = (row.get(OBJECT_ID) instanceof String text) ? text : "";
				users.add(new User(id, WorkerIdentity.of(identity), objectId));
			}
		}
		return users;
	}

	/** An id of Entra is a column of users too, and is compared without quotes. */
	private String literal(String value) {
		return haveIdsAsIdentities() ? value : ODataText.literal(value);
	}

}
