package io.frontlineservice.twilio;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Asks the public URL for customers as Twilio would, signed in each way that is
 * configured, and once unsigned. It sees the URL from this machine; how Twilio sees it
 * may differ where a name has another meaning inside a network.
 */
final class PublicUrlExamination implements Examination {

	private final Duration timeout;

	PublicUrlExamination() {
		this(Duration.ofSeconds(10));
	}

	PublicUrlExamination(Duration timeout) {
		this.timeout = timeout;
	}

	@Override
	public Subject subject() {
		return Subject.PUBLIC_URL;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		Optional<PublicUrl> url = TwilioCheck.publicUrl(environment);
		Optional<TwilioSettings> account = TwilioCheck.account(environment);
		Optional<WebhookKeys> keys = TwilioCheck.webhookKeys(environment);
		if (url.isEmpty() || account.isEmpty() || keys.isEmpty()) {
			return List.of(Observation
				.notExamined("first mend " + (url.isEmpty() ? "frontline.public-url" : "frontline.twilio.*")));
		}
		List<Observation> observations = new ArrayList<>(
				new PublicUrlProbe(url.get(), this.timeout).observe(account.get(), keys.get()));
		if (url.get().isLoopback()) {
			observations.add(Observation.warning(url.get() + " is this machine alone: Twilio cannot reach it",
					"set frontline.public-url to the address of a proxy or a tunnel, unless you only try things out"));
		}
		return observations;
	}

}
