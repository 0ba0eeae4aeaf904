package io.frontlineservice.twilio.rest;

import com.twilio.http.TwilioRestClient;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls within the concurrency limit, measures them, and translates failures into
 * the exceptions of the port. Called by {@link TwilioConversations}. Thread-safe.
 */
final class MeteredCalls {

	private static final Logger logger = LoggerFactory.getLogger(MeteredCalls.class);

	private final TwilioRestClient client;

	private final AccountComparison account;

	private final ConcurrencyLimit limit;

	private final CredentialsAlarm alarm;

	private final Outage outage;

	private final MeterRegistry meters;

	MeteredCalls(TwilioRestClient client, AccountComparison account, CallLimits limits, Outage outage,
			MeterRegistry meters) {
		this.client = client;
		this.account = account;
		this.limit = new ConcurrencyLimit(limits.atOnce(), limits.permit());
		this.alarm = new CredentialsAlarm(meters);
		this.outage = outage;
		this.meters = meters;
		Gauge.builder("frontline.twilio.concurrency.limit", this.limit, ConcurrencyLimit::current)
			.description("Limit of concurrent calls of Twilio's REST API")
			.register(meters);
	}

	/** Makes one call; the function sends one request and maps its response. */
	<T> T make(Call call, Function<TwilioRestClient, T> request) {
		Timer.Sample time = Timer.start(this.meters);
		Outcome outcome = Outcome.UNAVAILABLE;
		try {
			ConcurrencyLimit.Permit permit = this.limit.acquire();
			try {
				T result = attempt(call, request);
				outcome = Outcome.OK;
				return result;
			}
			catch (TwilioErrorException ex) {
				outcome = Outcome.of(ex.kind());
				throw ex.toGatewayException();
			}
			catch (CallNotMadeException ex) {
				outcome = Outcome.NOT_MADE;
				throw ex;
			}
			finally {
				permit.release(outcome.result());
			}
		}
		finally {
			record(call, outcome, time);
		}
	}

	private void record(Call call, Outcome outcome, Timer.Sample time) {
		time.stop(Timer.builder("frontline.twilio.calls")
			.description("Calls of Twilio's REST API")
			.tag("call", call.tag())
			.tag("outcome", outcome.tag())
			.register(this.meters));
		outcome.report(this.outage);
	}

	/** Compares the API key's account with the configured one, and logs a difference. */
	void compareAccount() {
		make(Call.ACCOUNT, (client) -> true);
	}

	private <T> T attempt(Call call, Function<TwilioRestClient, T> request) {
		try {
			this.account.require(call, this.client);
			T result = request.apply(this.client);
			this.alarm.accepted();
			return result;
		}
		catch (TwilioErrorException ex) {
			switch (ex.kind()) {
				case CREDENTIALS -> this.alarm.refused();
				case OTHER_ACCOUNT -> this.alarm.otherAccount();
				case GONE, PERMANENT, ALREADY_THERE, WORKER_FULL -> this.alarm.accepted();
				case TOO_MANY, TEMPORARY -> {
				}
			}
			throw ex;
		}
		catch (TwilioUnavailableException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// The message may quote the response.
			logger.warn("Twilio's response to {} could not be read: {}", call.tag(), ex.getClass().getName());
			throw new TwilioUnavailableException("Twilio's response could not be read", null);
		}
	}

	/** How a call ended, by the name that the metric uses. */
	private enum Outcome {

		OK, UNAVAILABLE, REFUSED, GONE, TOO_MANY, NOT_MADE;

		static Outcome of(ErrorKind kind) {
			return switch (kind) {
				case GONE -> GONE;
				case TOO_MANY -> TOO_MANY;
				case CREDENTIALS, OTHER_ACCOUNT, TEMPORARY -> UNAVAILABLE;
				case ALREADY_THERE, WORKER_FULL, PERMANENT -> REFUSED;
			};
		}

		ConcurrencyLimit.CallResult result() {
			return switch (this) {
				case OK, GONE, REFUSED -> ConcurrencyLimit.CallResult.SUCCESS;
				case TOO_MANY -> ConcurrencyLimit.CallResult.TOO_MANY;
				case UNAVAILABLE, NOT_MADE -> ConcurrencyLimit.CallResult.OTHER;
			};
		}

		void report(Outage outage) {
			switch (this) {
				case OK, GONE, REFUSED -> outage.answered();
				case UNAVAILABLE -> outage.unanswered();
				case TOO_MANY, NOT_MADE -> {
				}
			}
		}

		String tag() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
