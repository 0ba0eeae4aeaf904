package io.frontlineservice.twilio.rest;

import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.conversations.v1.Configuration;
import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/**
 * Calls Twilio with the auth token, and with the API key if there is one. Only main keys
 * may read the account, so the API key reads the Conversations configuration instead.
 *
 * @see <a href="https://www.twilio.com/docs/iam/api/account">Twilio: Account resource</a>
 */
final class CredentialsExamination implements Examination {

	/** Error codes of an account that is not active, suspended or closed. */
	private static final Set<Integer> INACTIVE = Set.of(10001, 20005, 20403, 90010);

	@Override
	public Subject subject() {
		return Subject.CREDENTIALS;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		return AccountAccess.examine(environment, (access) -> {
			List<Observation> observations = new ArrayList<>(attempt("the account SID and the auth token",
					"set frontline.twilio.account-sid and frontline.twilio.auth-token to the values in Twilio's console",
					() -> account(access)));
			if (access.hasKey()) {
				observations.addAll(attempt("the API key",
						"set frontline.twilio.api-key and frontline.twilio.api-secret to a key of the account in "
								+ "frontline.twilio.account-sid\n"
								+ "check in Twilio's console that the key exists and has permission for Conversations",
						() -> {
							Configuration.fetcher().fetch(access.asService());
							return List.of(Observation.holds("Twilio accepts the API key"));
						}));
			}
			return observations;
		});
	}

	private static List<Observation> account(AccountAccess access) {
		Account account = Account.fetcher(access.account().sid()).fetch(access.asAccount());
		return List.of(Observation.holds("Twilio accepts the account SID and the auth token"),
				(account.getStatus() == null || account.getStatus() == Account.Status.ACTIVE)
						? Observation.holds("the account is active") : inactive(account.getStatus().toString()));
	}

	private static Observation inactive(String why) {
		return Observation.problem("the account is not active (" + why + ")",
				"see the reason in Twilio's console; usually a bill is unpaid");
	}

	private static List<Observation> attempt(String credentials, String fix, Supplier<List<Observation>> signingIn) {
		try {
			return signingIn.get();
		}
		catch (TwilioErrorException ex) {
			if (INACTIVE.contains(ex.code())) {
				return List.of(inactive("error " + ex.code()));
			}
			if (ex.kind() == ErrorKind.OTHER_ACCOUNT) {
				return List.of(Observation.problem(credentials + " belongs to another account", fix));
			}
			boolean refused = ex.kind() == ErrorKind.CREDENTIALS || ex.kind() == ErrorKind.GONE;
			return List
				.of(refused ? Observation.problem("Twilio refuses " + credentials + " (error " + ex.code() + ")", fix)
						: AccountAccess.unexpected(ex));
		}
	}

}
