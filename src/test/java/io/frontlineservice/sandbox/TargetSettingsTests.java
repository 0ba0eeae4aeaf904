package io.frontlineservice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.privacy.Secret;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests how the page names another callback server. */
class TargetSettingsTests {

	private static final URI WEBHOOK = URI.create("http://localhost:5001/conversations");

	@Test
	void serverWithoutCrmCallbackIsNamedByAnotherUrl() {
		TargetSettings target = new TargetSettings(null, null, null, null, WEBHOOK, Secret.of("secret"), List.of(),
				List.of());
		assertThat(target.firstUrl()).contains(WEBHOOK);
	}

}
