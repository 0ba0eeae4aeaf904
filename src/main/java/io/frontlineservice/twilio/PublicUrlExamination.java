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
 * Examines for the doctor whether the public URL leads to this service, from this
 * machine. Twilio may reach another server by the same name if the name resolves
 * differently inside this network.
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
				.notExamined("first fix " + (url.isEmpty() ? "frontline.public-url" : "frontline.twilio.*")));
		}
		List<Observation> observations = new ArrayList<>(
				new PublicUrlProbe(url.get(), this.timeout).observe(account.get(), keys.get()));
		if (url.get().isLoopback()) {
			observations.add(Observation.warning(url.get() + " is only reachable from this machine, not by Twilio",
					"set frontline.public-url to the URL of a proxy or tunnel; ignore this for a local trial"));
		}
		return observations;
	}

}
