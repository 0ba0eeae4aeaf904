package io.frontlineservice.twilio;

import io.frontlineservice.diagnosis.Observation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * Posts a form to the public URL, signed and unsigned, and says what the answers mean.
 * Used by {@link PublicUrlExamination}. Immutable.
 *
 * @param patience for how long to wait for each answer
 */
record PublicUrlProbe(PublicUrl url, Duration patience) {

	private static final String CRM = "/callbacks/crm";

	/** An identity that no worker has, and a search that finds no customer. */
	private static final Map<String, String> FORM = Map.of("Location", "GetCustomersList", "PageSize", "1", "Query",
			"frontline-doctor", "Worker", "doctor@frontline.invalid");

	/** Everything that the answers tell; the first obstacle ends it. */
	List<Observation> observe(TwilioSettings settings, WebhookKeys keys) {
		RequestSigner byToken = new RequestSigner(new SignatureVerifier(settings.tokens()), this.url);
		List<RequestSigner> signers = new ArrayList<>(settings.requireWebhookKey() ? List.of() : List.of(byToken));
		keys.settings().forEach((it) -> signers.add(byToken.byKey(it.id(), it.secret())));
		List<Observation> observations = new ArrayList<>();
		try {
			for (RequestSigner signer : signers) {
				observations.add(signed(signer));
			}
			observations.add(unsigned());
			if (settings.requireWebhookKey()) {
				observations.add(byTokenAlone(byToken));
			}
		}
		catch (ObstacleException ex) {
			return List.of(ex.observation);
		}
		catch (IllegalArgumentException ex) {
			return List.of(PublicUrlProblem.NO_URL.at(this.url, ""));
		}
		catch (IOException ex) {
			return List.of(PublicUrlProblem.of(ex).at(this.url, PublicUrlProblem.detail(ex)));
		}
		return observations;
	}

	/** A refusal of one key says nothing of the others. */
	private Observation signed(RequestSigner signer) throws IOException {
		ProbeResponse answer = ask(signer.headers(CRM, FORM));
		Optional<PublicUrlProblem> obstacle = PublicUrlProblem.of(answer);
		String key = signer.keyId();
		if (obstacle.isEmpty()) {
			return Observation.holds(this.url + ": this service answers what is signed"
					+ (key.isEmpty() ? "" : " by the shared key " + key));
		}
		if (obstacle.get() == PublicUrlProblem.SIGNATURE_REFUSED && !key.isEmpty()) {
			return PublicUrlProblem.KEY_REFUSED.at(this.url, key + ", " + answer.status());
		}
		throw new ObstacleException(obstacle.get().at(this.url, detail(answer)));
	}

	private Observation unsigned() throws IOException {
		ProbeResponse answer = ask(Map.of());
		if (answer.status() == 200) {
			throw new ObstacleException(PublicUrlProblem.UNSIGNED_ACCEPTED.at(this.url, ""));
		}
		return (answer.status() == 403) ? Observation.holds("it refuses what is not signed")
				: PublicUrlProblem.FAILURE.at(this.url, answer.status() + " to what is not signed");
	}

	private Observation byTokenAlone(RequestSigner byToken) throws IOException {
		ProbeResponse answer = ask(byToken.headers(CRM, FORM));
		return (answer.status() == 403) ? Observation.holds("it refuses what is signed by the auth token")
				: PublicUrlProblem.TOKEN_ACCEPTED.at(this.url, Integer.toString(answer.status()));
	}

	private ProbeResponse ask(Map<String, String> signature) throws IOException {
		Map<String, String> headers = new LinkedHashMap<>(signature);
		if (!this.url.userInfo().isEmpty()) {
			String user = UriUtils.decode(this.url.userInfo().replaceFirst("@$", ""), StandardCharsets.UTF_8);
			headers.put(HttpHeaders.AUTHORIZATION,
					"Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
		}
		String form = FORM.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return ProbeResponse.to(URI.create(this.url + CRM), headers, form, this.patience);
	}

	private static String detail(ProbeResponse answer) {
		return answer.location().isEmpty() ? Integer.toString(answer.status())
				: answer.status() + " to " + CallbackUrls.withoutSecrets(answer.location());
	}

	/** What makes further probes pointless. */
	private static final class ObstacleException extends RuntimeException {

		private final transient Observation observation;

		ObstacleException(Observation observation) {
			super(observation.seen(), null, false, false);
			this.observation = observation;
		}

	}

}
