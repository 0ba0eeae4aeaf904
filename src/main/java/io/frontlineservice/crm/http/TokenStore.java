package io.frontlineservice.crm.http;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest tokens of each {@link TokenFamily} for all instances of the service,
 * also over restarts. Called by {@link RotatingTokens}. Implementations are thread-safe.
 */
@FunctionalInterface
public interface TokenStore {

	/**
	 * Replaces the tokens of a family. While {@code replacement} runs, no other call of
	 * any instance reads or replaces them.
	 * @param replacement gets the tokens that are kept, or null if there are none that
	 * can be read; returns these or new ones. It is called at most once, and ends by the
	 * deadline. If it throws, nothing changes
	 * @return what {@code replacement} returned
	 * @throws CrmUnavailableException if the deadline passes first, or the tokens cannot
	 * be read
	 */
	GrantedTokens replace(TokenFamily family, Function<@Nullable GrantedTokens, GrantedTokens> replacement,
			Deadline deadline);

}
