package io.frontlineservice.worker;

import io.frontlineservice.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Explains an identity that the worker directory does not have: which entry was probably
 * meant, and what to change. The texts name entries by their position in the file and
 * contain no identity, so they may be logged. Made by {@link UnknownOwners}, and for the
 * default worker. Immutable.
 */
public final class WorkerMatches {

	/**
	 * An e-mail address within a longer text. Login services put a prefix before it, with
	 * | or a colon.
	 */
	private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\\[\\],;\"']+@[^\\s<>()\\[\\],;:\"'|@]+");

	/** Domains that customers have, too. */
	private static final Set<String> PUBLIC = Set.of("gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
			"live.com", "msn.com", "yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de",
			"t-online.de", "proton.me", "protonmail.com", "mail.ru", "yandex.ru", "qq.com", "163.com");

	/** The positions of the entries by the keys of their identities. */
	private final Map<String, Integer> entries = new HashMap<>();

	/** What to change for an address that stands in a longer identity or alias. */
	private final Map<WorkerIdentity, String> longer = new HashMap<>();

	private final Map<String, Integer> byDisplayName = new HashMap<>();

	private final Map<String, Integer> byName = new HashMap<>();

	private final Set<String> domains = new HashSet<>();

	/** Creates the matches with these workers, in the order of the directory. */
	public WorkerMatches(List<Worker> workers) {
		for (int i = 0; i < workers.size(); i++) {
			add(workers.get(i), i + 1);
		}
	}

	private void add(Worker worker, int entry) {
		for (WorkerIdentity identity : worker.identities()) {
			this.entries.put(identity.key(), entry);
			this.domains.add(domain(identity));
			this.byName.putIfAbsent(name(identity), entry);
			String property = identity.equals(worker.identity()) ? "identity" : "aliases";
			addressesWithin(identity).forEach((address) -> this.longer.putIfAbsent(address,
					"'" + property + "' of entry " + entry + " contains it: write only the address there"));
		}
		if (worker.profile().displayName() != null) {
			this.byDisplayName.putIfAbsent(fold(worker.profile().displayName()), entry);
		}
	}

	/** Returns whether the directory has that identity or alias. */
	boolean has(WorkerIdentity identity) {
		return this.entries.containsKey(identity.key());
	}

	/**
	 * Returns whether that identity certainly belongs to a worker: it has the e-mail
	 * domain of the directory, or is another form of an entry.
	 */
	boolean isWorker(WorkerIdentity identity) {
		if (identity.key().indexOf('@') < 0) {
			return this.byName.containsKey(identity.key()) || this.byDisplayName.containsKey(fold(identity.written()));
		}
		List<WorkerIdentity> within = addressesWithin(identity);
		return within.isEmpty() ? this.longer.containsKey(identity) || hasOwnDomain(identity)
				: within.stream().anyMatch(this::has);
	}

	private boolean hasOwnDomain(WorkerIdentity identity) {
		String domain = domain(identity);
		return this.domains.contains(domain) && !PUBLIC.contains(domain);
	}

	/**
	 * Returns which entry was probably meant by that identity, in words that follow
	 * "but"; null if no entry is similar.
	 * @param where where the identity is written, for the correction: "in the CRM"
	 */
	public @Nullable String explain(WorkerIdentity identity, String where) {
		String contained = this.longer.get(identity);
		if (contained != null) {
			return contained;
		}
		for (WorkerIdentity address : addressesWithin(identity)) {
			Integer entry = this.entries.get(address.key());
			if (entry != null) {
				return "it contains the address of entry " + entry + ": write only the address " + where
						+ ", or add the whole text to the aliases of that entry";
			}
		}
		return similar(identity, where);
	}

	private @Nullable String similar(WorkerIdentity identity, String where) {
		Integer named = this.byDisplayName.get(fold(identity.written()));
		if (named != null) {
			return "it is the display_name of entry " + named + ": add it to the aliases of that entry";
		}
		Integer entry = similarTo(identity);
		return (entry == null) ? null
				: "entry " + entry + " is similar: correct it " + where + ", or add it to the aliases of that entry";
	}

	/** The entry with the same name before the {@code @}, or with a similar one. */
	private @Nullable Integer similarTo(WorkerIdentity identity) {
		Integer named = this.byDisplayName.get(fold(identity.written()));
		if (named != null) {
			return named;
		}
		String domain = domain(identity);
		Integer entry = this.byName.get(name(identity));
		boolean comparable = domain.isEmpty() || this.domains.contains(domain);
		return (entry != null || !comparable) ? entry
				: Nearest.to(name(identity), this.byName.keySet()).map(this.byName::get).orElse(null);
	}

	/** The addresses in a text that has more than the address. */
	static List<WorkerIdentity> addressesWithin(WorkerIdentity identity) {
		List<WorkerIdentity> addresses = new ArrayList<>();
		ADDRESS.matcher(identity.written()).results().forEach((it) -> {
			if (it.group().length() < identity.written().length()) {
				addresses.add(WorkerIdentity.of(it.group()));
			}
		});
		return addresses;
	}

	/** The part before the {@code @}, or all of it. */
	private static String name(WorkerIdentity identity) {
		int at = identity.key().indexOf('@');
		return (at < 0) ? identity.key() : identity.key().substring(0, at);
	}

	private static String domain(WorkerIdentity identity) {
		int at = identity.key().indexOf('@');
		return (at < 0) ? "" : identity.key().substring(at + 1);
	}

	private static String fold(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

}
