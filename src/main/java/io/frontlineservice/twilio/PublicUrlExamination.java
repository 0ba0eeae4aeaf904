package io.frontlineservice.twilio;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
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
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * Asks the public URL for customers as Twilio would, once signed and once not. It sees
 * the URL from this machine; how Twilio sees it may differ where a name has another
 * meaning inside a network.
 */
final class PublicUrlExamination implements Examination {

	private static final String CRM = "/callbacks/crm";

	/** Nobody's identity, and a search that finds nobody. */
	private static final Map<String, String> FORM = Map.of("Location", "GetCustomersList", "PageSize", "1", "Query",
			"frontline-doctor", "Worker", "doctor@frontline.invalid");

	private final Duration patience;

	PublicUrlExamination() {
		this(Duration.ofSeconds(10));
	}

	PublicUrlExamination(Duration patience) {
		this.patience = patience;
	}

	@Override
	public Subject subject() {
		return Subject.PUBLIC_URL;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		Optional<PublicUrl> url = TwilioCheck.publicUrl(environment);
		Optional<TwilioSettings> account = TwilioCheck.account(environment);
		if (url.isEmpty() || account.isEmpty()) {
			return List.of(Observation
				.notExamined("first mend " + (url.isEmpty() ? "frontline.public-url" : "frontline.twilio.*")));
		}
		List<Observation> observations = new ArrayList<>(
				observe(url.get(), new RequestSigner(new SignatureVerifier(account.get().tokens()), url.get())));
		if (url.get().isLoopback()) {
			observations.add(Observation.warning(url.get() + " is this machine alone: Twilio cannot reach it",
					"set frontline.public-url to the address of a proxy or a tunnel, unless you only try things out"));
		}
		return observations;
	}

	private List<Observation> observe(PublicUrl url, RequestSigner signer) {
		try {
			ProbeAnswer signed = ask(url, Map.of("X-Twilio-Signature", signer.sign(CRM, FORM)));
			Optional<Obstacle> obstacle = Obstacle.of(signed);
			if (obstacle.isPresent()) {
				return List.of(obstacle.get().at(url, detail(signed)));
			}
			ProbeAnswer unsigned = ask(url, Map.of());
			if (unsigned.status() == 200) {
				return List.of(Obstacle.UNSIGNED_ACCEPTED.at(url, ""));
			}
			return List.of(Observation.holds(url + ": this service answers what is signed"),
					(unsigned.status() == 403) ? Observation.holds("it refuses what is not signed")
							: Obstacle.FAILURE.at(url, unsigned.status() + " to what is not signed"));
		}
		catch (IllegalArgumentException ex) {
			return List.of(Obstacle.NO_URL.at(url, ""));
		}
		catch (IOException ex) {
			return List.of(Obstacle.of(ex).at(url, Obstacle.detail(ex)));
		}
	}

	private ProbeAnswer ask(PublicUrl url, Map<String, String> signature) throws IOException {
		Map<String, String> headers = new LinkedHashMap<>(signature);
		if (!url.userInfo().isEmpty()) {
			String user = UriUtils.decode(url.userInfo().replaceFirst("@$", ""), StandardCharsets.UTF_8);
			headers.put(HttpHeaders.AUTHORIZATION,
					"Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
		}
		String form = FORM.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return ProbeAnswer.to(URI.create(url + CRM), headers, form, this.patience);
	}

	private static String detail(ProbeAnswer answer) {
		return answer.location().isEmpty() ? Integer.toString(answer.status())
				: answer.status() + " to " + CallbackUrls.withoutSecrets(answer.location());
	}

}
