package io.frontlineservice.sandbox.crm.salesforce;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which records a user of a pretend Salesforce sees. Records are public unless their
 * object is private; then they are visible to their owner, and to users that they are
 * shared with. Set by tests, asked by {@link QueryRun}. Thread-safe.
 */
public final class SharingRules {

	private final Set<String> privateObjects = ConcurrentHashMap.newKeySet();

	private final Map<String, Set<String>> users = new ConcurrentHashMap<>();

	SharingRules() {
	}

	/** Makes the records of an object private. */
	public void makePrivate(String object) {
		this.privateObjects.add(object.toLowerCase(Locale.ROOT));
	}

	/** Shares a record with a user. */
	public void share(String recordId, String userId) {
		this.users.computeIfAbsent(RecordIds.comparable(recordId), (id) -> ConcurrentHashMap.newKeySet())
			.add(RecordIds.comparable(userId));
	}

	/**
	 * Returns whether a user sees a record.
	 * @param userId the user; null for one who may view all data
	 */
	boolean permit(SalesforceRecord record, @Nullable String userId) {
		if (userId == null || !this.privateObjects.contains(record.object().toLowerCase(Locale.ROOT))) {
			return true;
		}
		String user = RecordIds.comparable(userId);
		Object owner = record.value("OwnerId");
		return (owner != null && RecordIds.comparable(owner.toString()).equals(user))
				|| this.users.getOrDefault(RecordIds.comparable(record.id()), Set.of()).contains(user);
	}

}
