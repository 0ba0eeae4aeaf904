package io.frontlineservice.crm.airtable;

import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of users in Airtable. A formula sees the name of a user, and not the e-mail
 * address. Two users may have one name: who owns a record is decided by the e-mail
 * addresses in it. Used by {@link CustomerFormulas}. Immutable.
 */
final class Collaborators {

	private static final Pattern FORM = Pattern.compile("\\s*([^<>]*[^<>\\s])\\s*<([^<>\\s]+)>\\s*");

	private final Map<WorkerIdentity, List<String>> names = new HashMap<>();

	/** Reads a setting; entries of another form are ignored. */
	Collaborators(Collection<String> written) {
		for (String entry : written) {
			Matcher matcher = FORM.matcher(entry);
			if (matcher.matches()) {
				this.names.computeIfAbsent(WorkerIdentity.of(matcher.group(2)), (it) -> new ArrayList<>())
					.add(matcher.group(1).toLowerCase(Locale.ROOT));
			}
		}
	}

	static boolean isValid(String entry) {
		return FORM.matcher(entry).matches();
	}

	boolean hasAll(Collection<WorkerIdentity> owners) {
		return this.names.keySet().containsAll(owners);
	}

	/**
	 * Returns what formulas see of these owners, in lower case and sorted: their
	 * identities, and their names.
	 */
	Set<String> written(Collection<WorkerIdentity> owners) {
		Set<String> written = new TreeSet<>();
		for (WorkerIdentity owner : owners) {
			written.add(owner.key());
			written.addAll(this.names.getOrDefault(owner, List.of()));
		}
		return written;
	}

}
