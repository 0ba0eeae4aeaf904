package io.frontlineservice.sandbox.page;

import io.frontlineservice.diagnosis.Doctor;
import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.wire.Cause.Kind;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs the doctor on the sandbox with the pretend Twilio. Changes nothing. Called by the
 * page.
 */
@RestController
@OnlyWithPretendTwilio
final class DoctorController {

	private final ConfigurableEnvironment environment;

	private final PretendTwilio twilio;

	DoctorController(ConfigurableEnvironment environment, PretendTwilio twilio) {
		this.environment = environment;
		this.twilio = twilio;
	}

	@GetMapping(path = "/sandbox/api/doctor", produces = MediaType.APPLICATION_JSON_VALUE)
	String report() {
		return this.twilio.journal()
			.causes()
			.during(Kind.DOCTOR, Map.of(), () -> Doctor.examine(withPretendTwilio()).json());
	}

	/**
	 * Returns the configuration of this service with the URL of the pretend Twilio.
	 */
	private Environment withPretendTwilio() {
		AbstractEnvironment pretended = new AbstractEnvironment() {
		};
		this.environment.getPropertySources()
			.stream()
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.forEach(pretended.getPropertySources()::addLast);
		pretended.getPropertySources()
			.addFirst(new MapPropertySource("pretend-twilio",
					Map.of("frontline.twilio.api-url", this.twilio.url().toString())));
		ConfigurationPropertySources.attach(pretended);
		return pretended;
	}

}
