package io.frontlineservice.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.twilio.CallbackUrls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

/** What the service announces when it is ready, and of the first callbacks. */
@ExtendWith(OutputCaptureExtension.class)
class AnnouncementTests {

	private final StandardEnvironment sandbox = TestEnvironment.of("spring.profiles.active", "sandbox",
			"local.server.port", "8080");

	private final Announcer announcer = new Announcer(this.sandbox);

	private final FirstCallbacks callbacks = new FirstCallbacks(this.announcer);

	@Test
	void urlsForTwiliosConsoleAreThoseToPaste() {
		assertThat(text("https://fis.example.com/frontline/", true)).containsExactly(
				"The service is ready, on port 8080. Twilio's console must have these URLs:",
				"  Frontline > Manage > Callbacks > CRM Callback URL: https://fis.example.com/frontline/callbacks/crm",
				"  Frontline > Manage > Callbacks > Outgoing Conversations Callback URL: "
						+ "https://fis.example.com/frontline/callbacks/outgoing-conversation",
				"  Frontline > Manage > Callbacks > Templates Callback URL: "
						+ "https://fis.example.com/frontline/callbacks/templates",
				"  Frontline > Manage > Routing > Custom routing: https://fis.example.com/frontline/callbacks/routing",
				"  Conversations > Manage > Global webhooks > Pre-webhook URL and Post-webhook URL: "
						+ "https://fis.example.com/frontline/callbacks/conversations");
	}

	@Test
	void urlOfRoutingIsLeftOutWhenFrontlineRoutes() {
		assertThat(text("https://fis.example.com", false)).hasSize(5).noneMatch((it) -> it.contains("routing"));
	}

	@Test
	void urlThatTwilioCannotReachIsTold() {
		assertThat(text("http://localhost:8080", true)).last()
			.asString()
			.startsWith("Twilio cannot reach a URL of this machine: set frontline.public-url");
	}

	@Test
	void passwordInUrlIsNotShown() {
		assertThat(text("https://twilio:s3cret@fis.example.com", true))
			.contains("Add the user and the password of frontline.public-url to each of them.")
			.noneMatch((it) -> it.contains("s3cret"));
	}

	@Test
	void readinessIsAnnouncedOnce(CapturedOutput output) {
		ReadyAnnouncement announcement = new ReadyAnnouncement(
				new StaticListableBeanFactory().getBeanProvider(ReadyText.class), (port) -> List.of("Ready on " + port),
				this.sandbox, this.announcer);
		announcement.readinessChanged(change(ReadinessState.REFUSING_TRAFFIC));
		assertThat(output).doesNotContain("Ready");
		announcement.readinessChanged(change(ReadinessState.ACCEPTING_TRAFFIC));
		announcement.readinessChanged(change(ReadinessState.REFUSING_TRAFFIC));
		announcement.readinessChanged(change(ReadinessState.ACCEPTING_TRAFFIC));
		assertThat(output.getOut()).containsOnlyOnce("Ready on 8080");
	}

	@Test
	void firstCallbackOfEachKindIsAnnouncedOnceWithoutPersonalData(CapturedOutput output) {
		for (int i = 0; i < 2; i++) {
			arrived("POST", "/callbacks/crm", "ada@example.com", 503);
			arrived("POST", "/callbacks/conversations", null, 200);
			arrived("POST", "/callbacks/{other}", null, 200);
		}
		assertThat(output.getOut().lines()).containsExactly(
				"The first CRM callback has arrived with a valid signature; it was answered with 503.",
				"The first Conversations webhook has arrived with a valid signature; it was answered with 200.");
	}

	@Test
	void requestsThatTwilioDidNotSendAreNotAnnounced(CapturedOutput output) {
		arrived("GET", "/callbacks/crm", null, 405);
		arrived("POST", "/callbacks/crm", "doctor@frontline.invalid", 200);
		assertThat(output.getOut()).isEmpty();
	}

	@Test
	void productionLogsLines(CapturedOutput output) {
		new Announcer(TestEnvironment.of()).say(List.of("one", "two"));
		assertThat(output.getOut().lines()).hasSize(2).allMatch((it) -> it.contains("INFO"));
	}

	private void arrived(String method, String path, String worker, int status) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, path);
		if (worker != null) {
			request.setParameter("Worker", worker);
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		response.setStatus(status);
		this.callbacks.afterCompletion(request, response, this, null);
	}

	private static AvailabilityChangeEvent<ReadinessState> change(ReadinessState state) {
		return new AvailabilityChangeEvent<>(state, state);
	}

	private static List<String> text(String publicUrl, boolean routing) {
		CallbackUrls urls = CallbackUrls.in(TestEnvironment.of("frontline.public-url", publicUrl)).orElseThrow();
		return new ConsoleUrlsText(urls, routing).lines(8080);
	}

}
