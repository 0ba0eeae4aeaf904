package io.frontlineservice.crm.http;

import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.http.HostResolver;
import io.frontlineservice.http.HttpLimits;
import io.frontlineservice.http.OutgoingRequest;
import io.frontlineservice.http.PrivateAddressException;
import io.frontlineservice.http.RetryAfter;
import io.frontlineservice.http.Transport;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Sends single requests to a CRM, within its rate limits, and translates errors. Called
 * by {@link CrmApi}. Thread-safe.
 */
final class ApiCalls implements AutoCloseable {

	/** Far above a page of customers. */
	private static final int MAX_BYTES = 5 * 1024 * 1024;

	/** The guard allows fewer concurrent calls, and most deadlines end earlier. */
	private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(1), Duration.ofSeconds(1),
			Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(10), 64, MAX_BYTES);

	/** The pause after too many calls, if the CRM asks for none. */
	private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

	private final ApiServers servers;

	private final ApiDialect dialect;

	private final RateLimits limits;

	private final Transport transport;

	private final ApiMeters meters;

	ApiCalls(ApiServers servers, ApiDialect dialect, RateLimits limits, HostResolver system, MeterRegistry meters) {
		this.servers = servers;
		this.transport = new Transport("crm-http", null, LIMITS, servers.resolver(system));
		this.dialect = dialect;
		this.limits = limits;
		this.meters = new ApiMeters(meters);
	}

	ApiAnswer make(ApiRequest request, @Nullable String authorization, Deadline deadline) {
		OutgoingRequest outgoing = outgoing(request, authorization);
		Permit permit = this.limits.acquire(request.rates(), deadline);
		Timer.Sample time = this.meters.start();
		ErrorClass error = ErrorClass.UNAVAILABLE;
		try {
			ApiAnswer answer = send(outgoing, deadline);
			this.dialect.observe(answer, this.limits);
			this.limits.answered(permit);
			error = error(answer);
			if (error == null) {
				return answer;
			}
			pause(error, answer, request.rates());
			throw failure(error, answer);
		}
		finally {
			this.meters.ended(time, error);
		}
	}

	private OutgoingRequest outgoing(ApiRequest request, @Nullable String authorization) {
		Map<String, String> headers = new HashMap<>(request.headers());
		headers.put(HttpHeaders.ACCEPT, "application/json");
		headers.put(HttpHeaders.USER_AGENT, "frontline-integration-service");
		if (authorization != null) {
			headers.put(HttpHeaders.AUTHORIZATION, authorization);
		}
		return new OutgoingRequest(request.method(), this.servers.resolve(request.url()), headers, request.body());
	}

	private ApiAnswer send(OutgoingRequest request, Deadline deadline) {
		try {
			return ApiAnswer.of(this.transport.send(request, deadline));
		}
		catch (UnansweredCallException ex) {
			throw switch (ex.reason()) {
				case TOO_MANY ->
					new CrmErrorException(ErrorClass.UNAVAILABLE, "Too many calls of the CRM have not ended");
				case LATE -> new CrmErrorException(ErrorClass.UNAVAILABLE, "The CRM did not answer in time");
				case STOPPING -> new CrmUnavailableException("The service is stopping", null);
				case FAILED -> new CrmErrorException(ErrorClass.UNAVAILABLE, reason(ex.getCause()));
			};
		}
	}

	/** The message of the failure itself may contain addresses. */
	private String reason(@Nullable Throwable failure) {
		return (failure instanceof PrivateAddressException) ? this.servers.privateAddressProblem()
				: "The CRM did not answer (" + Objects.requireNonNull(failure).getClass().getSimpleName() + ")";
	}

	private @Nullable ErrorClass error(ApiAnswer answer) {
		ErrorClass ofStatus = ErrorClass.ofStatus(answer.status());
		if (ofStatus == ErrorClass.UNREADABLE || (ofStatus == null && !answer.isComplete())) {
			return ErrorClass.UNREADABLE;
		}
		ErrorClass error = this.dialect.errorClass(answer);
		return (error != null) ? error : ofStatus;
	}

	private void pause(ErrorClass error, ApiAnswer answer, List<String> rates) {
		Duration asked = this.dialect.retryAfter(answer);
		if (error == ErrorClass.UNAVAILABLE && asked != null) {
			this.limits.pause(atMost(asked));
		}
		if (error == ErrorClass.RATE_LIMITED) {
			Duration pause = atMost((asked != null) ? asked : USUAL_PAUSE);
			rates.stream()
				.findFirst()
				.ifPresentOrElse((rate) -> this.limits.pause(rate, pause), () -> this.limits.pause(pause));
		}
	}

	private static Duration atMost(Duration pause) {
		return (pause.compareTo(RetryAfter.MAX) > 0) ? RetryAfter.MAX : pause;
	}

	private CrmUnavailableException failure(ErrorClass error, ApiAnswer answer) {
		return switch (error) {
			case RATE_LIMITED -> new CrmBusyException();
			case PERMISSION -> CrmErrorException.of(error, answer, this.dialect.missingPermissions(answer));
			default -> CrmErrorException.of(error, answer, List.of());
		};
	}

	@Override
	public void close() {
		this.transport.close();
	}

}
