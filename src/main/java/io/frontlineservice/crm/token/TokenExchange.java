package io.frontlineservice.crm.token;

import io.frontlineservice.crm.http.GrantedTokens;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One replacement of the tokens of a family. Made by {@link DatabaseTokenStore}, run at
 * most once while the row is locked. Not thread-safe.
 */
final class TokenExchange {

	private static final Logger logger = LoggerFactory.getLogger(TokenExchange.class);

	private final TokenTable table;

	private final TokenCipher cipher;

	private final Function<@Nullable GrantedTokens, GrantedTokens> replacement;

	private final Clock clock;

	private boolean started;

	private @Nullable Granted granted;

	TokenExchange(TokenTable table, TokenCipher cipher, Function<@Nullable GrantedTokens, GrantedTokens> replacement,
			Clock clock) {
		this.table = table;
		this.cipher = cipher;
		this.replacement = replacement;
		this.clock = clock;
	}

	/** Replaces the tokens in that row, and returns those to use. */
	GrantedTokens run(TokenRow kept) {
		this.started = true;
		GrantedTokens current = kept.tokens(this.cipher, this.clock.instant()).orElse(null);
		if (current == null && kept.hasTokens()) {
			logger.warn("The stored tokens of the CRM cannot be decrypted, because the client secret has changed. "
					+ "The service starts again from the configured refresh token; if the CRM refuses it, authorize "
					+ "the app again.");
		}
		GrantedTokens next = this.replacement.apply(current);
		if (!next.equals(current)) {
			TokenRow row = kept.replacedBy(next, this.cipher, this.clock.instant());
			this.granted = new Granted(next, row);
			this.table.write(row);
		}
		return next;
	}

	/** Whether the CRM may have been asked. */
	boolean hasStarted() {
		return this.started;
	}

	/** Returns what the CRM granted, stored or not; null if it was not asked. */
	@Nullable Granted granted() {
		return this.granted;
	}

	/**
	 * New tokens.
	 *
	 * @param row the row that stores them
	 */
	record Granted(GrantedTokens tokens, TokenRow row) {
	}

}
