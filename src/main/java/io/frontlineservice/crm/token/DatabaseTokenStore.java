package io.frontlineservice.crm.token;

import io.frontlineservice.crm.http.GrantedTokens;
import io.frontlineservice.crm.http.TokenFamily;
import io.frontlineservice.crm.http.TokenStore;
import io.frontlineservice.crm.token.TokenExchange.Granted;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.work.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps tokens in the durable store, encrypted. Called by {@code RotatingTokens}.
 * Thread-safe.
 * <p>
 * New tokens are stored before they are used. If the store fails just then, they are kept
 * in memory and stored as soon as possible, because the refresh token before them is used
 * up. If the process dies between the answer of the CRM and the commit, the next refresh
 * uses the token before. Most CRMs accept that for a short time; otherwise the app must
 * be authorized again.
 */
final class DatabaseTokenStore implements TokenStore {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseTokenStore.class);

	/** Between two tries to lock a row. */
	private static final long PAUSE_MILLIS = 50;

	/** As long as a restart of the database takes. */
	private static final Duration LONGEST_SAVING = Duration.ofSeconds(10);

	private final TokenTable table;

	private final RowLock lock;

	private final StoreCalls calls;

	private final Clock clock;

	/** New tokens that the table does not have yet. */
	private volatile @Nullable TokenRow unsaved;

	/**
	 * Creates a store.
	 * @param calls saves new tokens again when the store has failed
	 * @param clock the clock that all instances share
	 */
	DatabaseTokenStore(TokenTable table, RowLock lock, StoreCalls calls, Clock clock) {
		this.table = table;
		this.lock = lock;
		this.calls = calls;
		this.clock = clock;
	}

	@Override
	public GrantedTokens replace(TokenFamily family, Function<@Nullable GrantedTokens, GrantedTokens> replacement,
			Deadline deadline) {
		TokenExchange exchange = new TokenExchange(this.table, new TokenCipher(family), replacement, this.clock);
		try {
			return replace(family.key(), exchange, deadline);
		}
		catch (DataAccessException | TransactionException ex) {
			Granted granted = exchange.granted();
			if (granted == null) {
				throw new CrmUnavailableException("The tokens of the CRM could not be read from the store", ex);
			}
			save(granted.row());
			return granted.tokens();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CrmUnavailableException("The service is stopping", null);
		}
	}

	/** Tries again if the store fails before the exchange, as after its restart. */
	private GrantedTokens replace(String family, TokenExchange exchange, Deadline deadline)
			throws InterruptedException {
		while (true) {
			try {
				this.table.create(family);
				Optional<GrantedTokens> tokens = this.lock.call(family, (row) -> exchange.run(newest(row)));
				if (tokens.isPresent()) {
					return tokens.get();
				}
			}
			catch (DataAccessException | TransactionException ex) {
				if (exchange.hasStarted() || deadline.hasPassed()) {
					throw ex;
				}
			}
			if (deadline.hasPassed()) {
				throw new CrmUnavailableException("Another instance did not fetch an access token of the CRM in time",
						null);
			}
			Thread.sleep(PAUSE_MILLIS);
		}
	}

	/** Called while the row is locked. */
	private TokenRow newest(TokenRow stored) {
		TokenRow newer = this.unsaved;
		if (newer == null || !newer.follows(stored)) {
			return stored;
		}
		this.table.write(newer);
		return newer;
	}

	private void save(TokenRow row) {
		this.unsaved = row;
		try {
			this.calls.within(LONGEST_SAVING, () -> {
				this.table.write(row);
				return row;
			});
		}
		catch (DataAccessException | TransactionException ex) {
			logger.error("A new refresh token of the CRM could not be stored. It is kept in memory until the store can "
					+ "be written; if the service is restarted before that, authorize the app again.");
		}
	}

}
