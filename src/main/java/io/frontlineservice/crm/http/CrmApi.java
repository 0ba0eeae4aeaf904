package io.frontlineservice.crm.http;

import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.http.HostResolver;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls the HTTP API of one CRM: authorized, within its rate limits, by the deadline, and
 * once. A request is repeated only if the CRM did not accept the access token and there
 * is another. Called by adapters, through the guard of package {@code crm}. Thread-safe.
 */
public final class CrmApi implements AutoCloseable {

	/** A repeated request needs at least this time. */
	private static final Duration TIME_FOR_REPETITION = Duration.ofSeconds(1);

	private final ApiCalls calls;

	private final @Nullable Authorization authorization;

	private CrmApi(ApiCalls calls, @Nullable Authorization authorization) {
		this.calls = calls;
		this.authorization = authorization;
	}

	/**
	 * Returns an API without credentials: the token endpoint needs none. Each CRM has one
	 * API and one registry of metrics.
	 */
	public static CrmApi of(ApiUrl url, ApiDialect dialect, RateLimits limits, MeterRegistry meters) {
		return of(ApiServers.of(url), dialect, limits, meters);
	}

	/** The same with requests to several servers. */
	public static CrmApi of(ApiServers servers, ApiDialect dialect, RateLimits limits, MeterRegistry meters) {
		return of(servers, dialect, limits, HostResolver.SYSTEM, meters);
	}

	static CrmApi of(ApiServers servers, ApiDialect dialect, RateLimits limits, HostResolver system,
			MeterRegistry meters) {
		return new CrmApi(new ApiCalls(servers, dialect, limits, system, meters), null);
	}

	/** Returns this API with credentials. Both share their connections: close either. */
	public CrmApi authorized(Authorization authorization) {
		return new CrmApi(this.calls, authorization);
	}

	/**
	 * Sends a request, and returns its answer; empty if what was asked for does not
	 * exist.
	 * @throws CrmErrorException for all other errors, and if the answer is missing
	 * @throws CrmBusyException if a rate limit is used up
	 * @throws CrmUnavailableException if the service stops
	 */
	public Optional<ApiAnswer> find(ApiRequest request, Deadline deadline) {
		try {
			return Optional.of(call(request, deadline));
		}
		catch (CrmErrorException ex) {
			if (ex.errorClass() == ErrorClass.NOT_FOUND) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Sends a request, and returns its answer, which is a success.
	 * @throws CrmErrorException if the answer is an error or is missing
	 * @throws CrmBusyException if a rate limit is used up
	 * @throws CrmUnavailableException if the service stops
	 */
	public ApiAnswer call(ApiRequest request, Deadline deadline) {
		if (this.authorization == null) {
			return this.calls.make(request, null, deadline);
		}
		Authorization credentials = this.authorization;
		String header = granted(() -> credentials.header(deadline));
		try {
			return this.calls.make(request, header, deadline);
		}
		catch (CrmErrorException ex) {
			if (ex.errorClass() != ErrorClass.CREDENTIALS || !granted(() -> credentials.renew(header, deadline))
					|| deadline.remaining().compareTo(TIME_FOR_REPETITION) < 0) {
				throw ex;
			}
			return this.calls.make(request, granted(() -> credentials.header(deadline)), deadline);
		}
	}

	/**
	 * What does not exist is not what was asked for, but something that is asked for
	 * credentials, such as the token endpoint.
	 */
	private static <T> T granted(Supplier<T> credentials) {
		try {
			return credentials.get();
		}
		catch (CrmErrorException ex) {
			throw (ex.errorClass() == ErrorClass.NOT_FOUND) ? CrmErrorException.unreadable() : ex;
		}
	}

	/** Ends the calls that still run. */
	@Override
	public void close() {
		this.calls.close();
	}

}
