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
 * Posts a form to the public URL, signed in each configured way and once unsigned, and
 * interprets the responses. Used by {@link PublicUrlExamination}. Immutable.
 *
 * @param url the public URL
 * @param timeout the longest wait for each response
 */
record PublicUrlProbe(PublicUrl url, Duration timeout) {

	/** An identity that no worker has. */
	static final String WORKER = "doctor@frontline.invalid";

	private static final String CRM = ConsoleField.CRM.path();

	/** A search that finds no customer. */
	private static final Map<String, String> FORM = Map.of("Location", "GetCustomersList", "PageSize", "1", "Query",
			"frontline-doctor", "Worker", WORKER);

	/** Returns the observations; a problem that affects all requests ends the probe. */
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
		catch (ProbeEndedException ex) {
			return List.of(ex.observation);
		}
		catch (IllegalArgumentException ex) {
			return List.of(PublicUrlProblem.INVALID_URL.observation(this.url, ""));
		}
		catch (IOException ex) {
			return List.of(PublicUrlProblem.of(ex).observation(this.url, PublicUrlProblem.detail(ex)));
		}
		return observations;
	}

	/** The other keys are still tried after one key is refused. */
	private Observation signed(RequestSigner signer) throws IOException {
		ProbeResponse response = ask(signer.headers(CRM, FORM));
		Optional<PublicUrlProblem> problem = PublicUrlProblem.of(response);
		String key = signer.keyId();
		if (problem.isEmpty()) {
			return Observation.holds(this.url + ": this service answers requests that are signed"
					+ (key.isEmpty() ? "" : " by the shared key " + key));
		}
		if (problem.get() == PublicUrlProblem.SIGNATURE_REFUSED && !key.isEmpty()) {
			return PublicUrlProblem.KEY_REFUSED.observation(this.url, key + ", " + response.status());
		}
		throw new ProbeEndedException(problem.get().observation(this.url, detail(response)));
	}

	private Observation unsigned() throws IOException {
		ProbeResponse response = ask(Map.of());
		if (response.status() == 200) {
			throw new ProbeEndedException(PublicUrlProblem.UNSIGNED_ACCEPTED.observation(this.url, ""));
		}
		return (response.status() == 403) ? Observation.holds("this service refuses unsigned requests")
				: PublicUrlProblem.FAILURE.observation(this.url, response.status() + " to an unsigned request");
	}

	private Observation byTokenAlone(RequestSigner byToken) throws IOException {
		ProbeResponse response = ask(byToken.headers(CRM, FORM));
		return (response.status() == 403)
				? Observation.holds("this service refuses requests that are signed by the auth token")
				: PublicUrlProblem.TOKEN_ACCEPTED.observation(this.url, Integer.toString(response.status()));
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
		return ProbeResponse.to(URI.create(this.url + CRM), headers, form, this.timeout);
	}

	private static String detail(ProbeResponse response) {
		return response.location().isEmpty() ? Integer.toString(response.status())
				: response.status() + " to " + CallbackUrls.withoutSecrets(response.location());
	}

	/** Ends the probe, because further requests would fail in the same way. */
	private static final class ProbeEndedException extends RuntimeException {

		private final transient Observation observation;

		ProbeEndedException(Observation observation) {
			super(observation.seen(), null, false, false);
			this.observation = observation;
		}

	}

}
