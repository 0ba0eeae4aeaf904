package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontlineservice.crm.http.AccessToken;
import io.frontlineservice.crm.http.AccessTokens;
import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.http.Authorization;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.crm.http.TokenSource;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * The access tokens of workers, one for each, fetched by JWT when it is needed. Used by
 * {@link SalesforceApi}. Thread-safe.
 */
final class WorkerTokens {

	/** Far above the workers of one day. */
	private static final int MOST_KEPT = 5_000;

	private static final Duration KEPT_UNUSED = Duration.ofHours(12);

	private static final String NOT_PERMITTED = "Salesforce does not let the service act as the user of this worker: "
			+ "assign the permission set of the external client app to the user, and check that it is active";

	private static final String ENDED = "Salesforce has ended the session of the user of this worker";

	private final Cache<String, AccessTokens> tokens = Caffeine.newBuilder()
		.maximumSize(MOST_KEPT)
		.expireAfterAccess(KEPT_UNUSED)
		.build();

	private final Function<String, AccessTokens> forUser;

	/**
	 * Creates the tokens.
	 * @param api the API without credentials
	 * @param assertion the assertion for the user of the service
	 */
	WorkerTokens(JwtAssertion assertion, ApiUrl url, CrmApi api, Clock clock, MeterRegistry meters) {
		this.forUser = (username) -> {
			TokenSource source = SalesforceTokens.byJwt(assertion.actingAs(username), url, api, clock);
			return new AccessTokens((deadline) -> fetch(source, deadline), meters);
		};
	}

	private static AccessToken fetch(TokenSource source, Deadline deadline) {
		try {
			return source.fetch(deadline);
		}
		catch (CrmErrorException ex) {
			throw ex.isGrantRefused() ? new CrmAccessException(NOT_PERMITTED) : ex;
		}
	}

	/**
	 * Returns the credentials of a worker.
	 * @param username finds the worker's user by a deadline
	 */
	Authorization of(Function<Deadline, String> username) {
		return new Authorization() {
			@Override
			public String header(Deadline deadline) {
				return ofUser(username.apply(deadline)).header(deadline);
			}

			@Override
			public boolean renew(String refusedHeader, Deadline deadline) {
				return ofUser(username.apply(deadline)).renew(refusedHeader, deadline)
						|| !headerInstead(username, deadline).equals(refusedHeader);
			}
		};
	}

	/** Says why there are no other credentials. */
	private String headerInstead(Function<Deadline, String> username, Deadline deadline) {
		try {
			return ofUser(username.apply(deadline)).header(deadline);
		}
		catch (CrmErrorException ex) {
			throw (ex.errorClass() == ErrorClass.CREDENTIALS) ? new CrmAccessException(ENDED) : ex;
		}
	}

	private AccessTokens ofUser(String username) {
		return this.tokens.get(username, this.forUser);
	}

}
