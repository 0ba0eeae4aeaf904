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
 * Makes a call when it is its turn, measures it, and turns whatever goes wrong into one
 * of the port's exceptions. Called by {@link TwilioConversations}. Thread-safe.
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
			.description("How many calls may go to Twilio's REST API at once")
			.register(meters);
	}

	/** Makes one call: one request, whose answer is understood within it. */
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
			finally {
				permit.release(outcome.result());
			}
		}
		finally {
			time.stop(Timer.builder("frontline.twilio.calls")
				.description("Calls of Twilio's REST API")
				.tag("call", call.tag())
				.tag("outcome", outcome.tag())
				.register(this.meters));
			outcome.report(this.outage);
		}
	}

	/** Compares the account of the API key with ours; the alarm tells operators. */
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
			// Its message may quote the answer.
			logger.warn("Twilio's answer to {} could not be understood: {}", call.tag(), ex.getClass().getName());
			throw new TwilioUnavailableException("Twilio's answer could not be understood", null);
		}
	}

	/** How a call went, as the metric names it. */
	private enum Outcome {

		OK, UNAVAILABLE, REFUSED, GONE, TOO_MANY;

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
				case UNAVAILABLE -> ConcurrencyLimit.CallResult.OTHER;
			};
		}

		void report(Outage outage) {
			switch (this) {
				case OK, GONE, REFUSED -> outage.answered();
				case UNAVAILABLE -> outage.unanswered();
				case TOO_MANY -> {
				}
			}
		}

		String tag() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
