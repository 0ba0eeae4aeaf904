package io.frontlineservice.twilio.rest;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.twilio.TwilioAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The account by Twilio's REST API, for the doctor's examinations: by the same settings
 * and the same connections as the service, but without an application. Made for each
 * examination; the running service has nothing of it.
 *
 * @param account the account
 * @param transport what carries the requests
 * @param asService signs in as the service does
 * @param asAccount signs in by the account and its auth token, as no API key may
 * @param hasKey whether these are two
 */
record AccountAccess(TwilioAccount account, Transport transport, TwilioRestClient asService, TwilioRestClient asAccount,
		boolean hasKey) {

	/** No list of an account is longer, or the rest does not matter. */
	static final long MAX_ITEMS = 1000;

	/** Twilio's code where a restricted key may not do something. */
	private static final int FORBIDDEN = 70051;

	/**
	 * Has something examined, and puts into words why it cannot be. Whether the
	 * credentials are accepted is {@link CredentialsExamination}'s to say.
	 */
	static List<Observation> examine(Environment environment, Function<AccountAccess, List<Observation>> examination) {
		Optional<TwilioAccount> account = TwilioAccount.in(environment);
		if (account.isEmpty() || !new RestCheck().findings(environment).isEmpty()) {
			return List.of(Observation.notExamined("first mend frontline.twilio.*"));
		}
		RestSettings settings = Binder.get(environment).bindOrCreate("frontline.twilio", RestSettings.class);
		try (Transport transport = new Transport(settings.api(), CallLimits.PRODUCTION)) {
			return examination.apply(of(account.get(), settings, transport));
		}
		catch (TwilioErrorException ex) {
			return List.of(observation(ex));
		}
		catch (TwilioUnavailableException ex) {
			return List.of(Observation.problem(String.valueOf(ex.getMessage()),
					"let this machine reach Twilio: see its DNS, firewall and proxy, and frontline.twilio.api-url if that is set"));
		}
		catch (TwilioException ex) {
			return List.of(Observation.problem("Twilio's answer cannot be understood",
					"see that frontline.twilio.api-url, if it is set, is that of Twilio"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Observation observation(TwilioErrorException ex) {
		if (ex.code() == FORBIDDEN) {
			return Observation.problem("the API key may not look at this (error " + FORBIDDEN + ")",
					"give the key of frontline.twilio.api-key this permission, or take a standard key");
		}
		return switch (ex.kind()) {
			case CREDENTIALS -> Observation.notExamined("Twilio does not accept the credentials");
			case OTHER_ACCOUNT -> Observation.notExamined("the API key is of another account");
			default -> unexpected(ex);
		};
	}

	static Observation unexpected(TwilioErrorException ex) {
		return Observation.problem(String.valueOf(ex.getMessage()),
				"try again in a moment; https://status.twilio.com says whether Twilio has trouble");
	}

	private static AccountAccess of(TwilioAccount account, RestSettings settings, Transport transport) {
		Credentials ofService = Credentials.of(account, settings);
		Credentials ofAccount = new Credentials(account.sid(), account.authToken());
		return new AccountAccess(account, transport, client(account, ofService, settings, transport),
				client(account, ofAccount, settings, transport), !ofService.equals(ofAccount));
	}

	private static ApiClient client(TwilioAccount account, Credentials credentials, RestSettings settings,
			Transport transport) {
		return new ApiClient(transport, credentials, new OwnAccount(account.sid()), settings.region(), settings.edge(),
				Clock.systemUTC(), ApiClient.APIS_OF_DOCTOR);
	}

}
