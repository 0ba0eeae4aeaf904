package io.frontlineservice.sandbox.crm.dataverse;

import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose rights a request to a pretend Dataverse has. The application user reads all rows
 * with its privileges; users whom it acts for see the rows of a private table that they
 * own, or that are shared with them. Changed by tests, asked by {@link PretendDataverse}.
 * Thread-safe.
 *
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/impersonate-another-user-web-api">Impersonate
 * another user</a>
 */
public final class Callers {

	/** Lets the application user act for others. */
	public static final String ACT_ON_BEHALF = "prvActOnBehalfOfAnotherUser";

	private final Set<String> revoked = ConcurrentHashMap.newKeySet();

	/** The users without a security role. */
	private final Set<String> withoutRole = ConcurrentHashMap.newKeySet();

	private final Set<String> privateTables = ConcurrentHashMap.newKeySet();

	private final Map<String, Set<String>> shared = new ConcurrentHashMap<>();

	private final DataverseTables tables;

	Callers(DataverseTables tables) {
		this.tables = tables;
	}

	/** Takes a privilege from the application user, such as prvReadContact. */
	public void revoke(String privilege) {
		this.revoked.add(privilege);
	}

	/** Gives all privileges back to the application user. */
	public void restore() {
		this.revoked.clear();
	}

	/** Takes the security roles of a user. */
	public void removeRoles(String userId) {
		this.withoutRole.add(userId);
	}

	/** Lets users read only their own rows of a table. */
	public void makePrivate(String table) {
		this.privateTables.add(table);
	}

	/** Shares a row with a user. */
	public void share(String rowId, String userId) {
		this.shared.computeIfAbsent(rowId, (id) -> ConcurrentHashMap.newKeySet()).add(userId);
	}

	/** Returns which rows of a table the caller may read. */
	Predicate<DataverseRow> readable(CrmRequest request, String table) {
		require("prvRead" + (table.equals("systemuser") ? "User" : capitalized(table)));
		String objectId = request.header("CallerObjectId");
		if (objectId == null) {
			return (row) -> true;
		}
		require(ACT_ON_BEHALF);
		String user = user(objectId);
		if (this.withoutRole.contains(user)) {
			throw DataverseError.missingPrivilege("prvRead" + capitalized(table));
		}
		return (row) -> !this.privateTables.contains(table) || user.equals(row.value("_ownerid_value"))
				|| this.shared.getOrDefault(row.id(), Set.of()).contains(user);
	}

	private String user(@Nullable String objectId) {
		return this.tables.all("systemuser")
			.stream()
			.filter((user) -> user.value("azureactivedirectoryobjectid") instanceof String id && id.equals(objectId)
					&& Boolean.FALSE.equals(user.value("isdisabled")))
			.map(DataverseRow::id)
			.findFirst()
			.orElseThrow(DataverseError::noMember);
	}

	private void require(String privilege) {
		if (this.revoked.contains(privilege)) {
			throw DataverseError.missingPrivilege(privilege);
		}
	}

	private static String capitalized(String table) {
		return Character.toUpperCase(table.charAt(0)) + table.substring(1);
	}

}
