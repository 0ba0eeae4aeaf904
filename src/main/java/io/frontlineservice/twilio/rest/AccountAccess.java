package io.frontlineservice.twilio.rest;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.twilio.TwilioAccount;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Access to the account by Twilio's REST API for the doctor's examinations, with the
 * settings and timeouts of the service but without an application context. Created for
 * each examination; the running service does not use it.
 *
 * @param account the account
 * @param transport sends the requests
 * @param asService a client with the credentials of the service
 * @param asAccount a client with the auth token, which may read what no API key may
 * @param hasKey whether an API key is configured, so that the two differ
 */
record AccountAccess(TwilioAccount account, TwilioTransport transport, TwilioRestClient asService,
		TwilioRestClient asAccount, boolean hasKey) {

	/** The limit of items read from a list. */
	static final long MAX_ITEMS = 1000;

	/** Twilio's error code for a restricted key without the permission. */
	static final int FORBIDDEN = 70051;

	/**
	 * Runs an examination, and turns a failed call into an observation. Only
	 * {@link CredentialsExamination} reports refused credentials as a problem.
	 */
	static List<Observation> examine(Environment environment, Function<AccountAccess, List<Observation>> examination) {
		Optional<TwilioAccount> account = TwilioAccount.in(environment);
		if (account.isEmpty() || !new RestCheck().findings(environment).isEmpty()) {
			return List.of(Observation.notExamined("first fix frontline.twilio.*"));
		}
		RestSettings settings = Binder.get(environment).bindOrCreate("frontline.twilio", RestSettings.class);
		try (TwilioTransport transport = new TwilioTransport(settings.api(), CallLimits.PRODUCTION)) {
			return examination.apply(of(account.get(), settings, transport));
		}
		catch (TwilioErrorException ex) {
			return List.of(observation(ex));
		}
		catch (TwilioUnavailableException ex) {
			return List.of(Observation.problem(String.valueOf(ex.getMessage()),
					"make Twilio reachable from this machine: check DNS, firewall and proxy, and frontline.twilio.api-url if it is set"));
		}
		catch (TwilioException ex) {
			return List.of(Observation.problem("Twilio's response is unreadable",
					"check that frontline.twilio.api-url, if it is set, is the URL of Twilio"));
		}
	}

	private static Observation observation(TwilioErrorException ex) {
		if (ex.code() == FORBIDDEN) {
			return Observation.problem("the API key has no permission for this (error " + FORBIDDEN + ")",
					"give the key in frontline.twilio.api-key this permission, or use a standard key");
		}
		return switch (ex.kind()) {
			case CREDENTIALS -> Observation.notExamined("Twilio does not accept the credentials");
			case OTHER_ACCOUNT -> Observation.notExamined("the API key belongs to another account");
			default -> unexpected(ex);
		};
	}

	static Observation unexpected(TwilioErrorException ex) {
		return Observation.problem(String.valueOf(ex.getMessage()),
				"try again in a moment; https://status.twilio.com shows whether Twilio has an incident");
	}

	private static AccountAccess of(TwilioAccount account, RestSettings settings, TwilioTransport transport) {
		Credentials ofService = Credentials.of(account, settings);
		Credentials ofAccount = new Credentials(account.sid(), account.authToken());
		return new AccountAccess(account, transport, client(account, ofService, settings, transport),
				client(account, ofAccount, settings, transport), !ofService.equals(ofAccount));
	}

	private static ApiClient client(TwilioAccount account, Credentials credentials, RestSettings settings,
			TwilioTransport transport) {
		return new ApiClient(transport, credentials, new OwnAccount(account.sid()), settings.region(), settings.edge(),
				Clock.systemUTC(), ApiClient.APIS_OF_DOCTOR);
	}

}
