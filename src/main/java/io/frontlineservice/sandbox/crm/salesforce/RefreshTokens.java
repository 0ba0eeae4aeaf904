package io.frontlineservice.sandbox.crm.salesforce;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The refresh tokens of a pretend Salesforce that rotates them: each is replaced when it
 * is used. One that is used again ends its authorization, as if it had been stolen. Held
 * by {@link SalesforceAccess}, and by tests. Thread-safe.
 */
public final class RefreshTokens {

	/** The tokens of each authorization, the newest last. */
	private final List<List<String>> authorizations = new ArrayList<>();

	private boolean graceful;

	private int issued;

	RefreshTokens() {
	}

	/** Authorizes the app, and returns the first token. */
	public synchronized String authorize() {
		List<String> tokens = new ArrayList<>(List.of(issue()));
		this.authorizations.add(tokens);
		return tokens.get(0);
	}

	/**
	 * Sets whether the last token but one is accepted too, in case an answer was lost.
	 */
	public synchronized void graceful(boolean graceful) {
		this.graceful = graceful;
	}

	/** Replaces a token, and returns its successor; null if it is not accepted. */
	synchronized @Nullable String next(String token) {
		for (List<String> tokens : this.authorizations) {
			int place = tokens.indexOf(token);
			if (place >= 0) {
				int later = tokens.size() - 1 - place;
				if (later == 0 || (later == 1 && this.graceful)) {
					tokens.add(issue());
					return tokens.get(tokens.size() - 1);
				}
				this.authorizations.remove(tokens);
				return null;
			}
		}
		return null;
	}

	private String issue() {
		return "5Aep861.refresh" + ++this.issued;
	}

}
