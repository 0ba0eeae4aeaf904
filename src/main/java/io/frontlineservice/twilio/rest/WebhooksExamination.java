package io.frontlineservice.twilio.rest;

import io.frontlineservice.diagnosis.Examination;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.diagnosis.Remedy;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.Subject;
import io.frontlineservice.twilio.CallbackUrls;
import io.frontlineservice.twilio.ConsoleField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Compares the webhooks of Conversations with the required ones for the doctor, and
 * corrects them on request. No API reads the settings of Frontline's console, so it only
 * shows the values to enter there.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/webhook-configuration-resource">Twilio:
 * Webhook Configuration resource</a>
 */
final class WebhooksExamination implements Examination {

	private static final Set<String> EVENTS = Set.of("onConversationAdd", "onParticipantAdded", "onParticipantRemoved",
			"onConversationStateUpdated");

	/** The events without which conversations work, and what is missing without them. */
	private static final Map<String, String> MESSAGE_EVENTS = Map.of("onMessageAdd",
			"messages to people who have opted out are not rejected", "onMessageAdded", "STOP is not noticed",
			"onDeliveryUpdated", "failed messages are not noticed");

	@Override
	public Subject subject() {
		return Subject.WEBHOOKS;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		CallbackUrls urls = CallbackUrls.in(environment).orElse(null);
		if (urls == null) {
			return List.of(Observation.notExamined("first fix frontline.public-url"));
		}
		List<Observation> observations = new ArrayList<>(
				AccountAccess.examine(environment, (access) -> compare(environment, urls, access)));
		observations.add(Observation.notExamined("no API reads Frontline > Manage > Callbacks; enter there",
				Stream.of(ConsoleField.CRM, ConsoleField.OUTGOING_CONVERSATION, ConsoleField.TEMPLATES)
					.map((it) -> field(it, urls))
					.collect(Collectors.joining("\n"))));
		if (!SettingText.of(environment, "frontline.routing.enabled").equals("false")) {
			observations.add(Observation.notExamined("no API reads Frontline > Manage > Routing; enter there",
					field(ConsoleField.ROUTING, urls)));
		}
		return observations;
	}

	private static String field(ConsoleField field, CallbackUrls urls) {
		return field.label() + ": " + urls.shown(field.path());
	}

	private static List<Observation> compare(Environment environment, CallbackUrls urls, AccountAccess access) {
		Webhooks now = Webhooks.effective(access.asService());
		List<WrongSetting> wrongSettings = wrongSettings(now, urls);
		if (wrongSettings.isEmpty()) {
			return List.of(Observation.holds("URLs, method and events are correct"));
		}
		String fix = "run this with --apply, or set it in Twilio's console: Conversations > Manage > "
				+ ((now.serviceSid() != null) ? "Services > " + now.serviceSid() + " > Webhooks" : "Global webhooks");
		Remedy remedy = new Correction(environment, urls, now);
		return wrongSettings.stream().map((it) -> observation(it, fix).withRemedy(remedy)).toList();
	}

	private static Observation observation(WrongSetting setting, String fix) {
		String consequence = MESSAGE_EVENTS.get(setting.what());
		return (consequence != null) ? Observation.warning(setting.what() + " is not selected: " + consequence, fix)
				: Observation.problem(setting.what() + " is " + setting.is() + "; it should be " + setting.should(),
						fix);
	}

	private static List<WrongSetting> wrongSettings(Webhooks now, CallbackUrls urls) {
		List<WrongSetting> wrongSettings = new ArrayList<>();
		String url = CallbackUrls.withoutSecrets(urls.conversations());
		if (!urls.isConversations(now.preUrl())) {
			wrongSettings.add(new WrongSetting("the pre-webhook URL", CallbackUrls.withoutSecrets(now.preUrl()), url));
		}
		if (!urls.isConversations(now.postUrl())) {
			wrongSettings
				.add(new WrongSetting("the post-webhook URL", CallbackUrls.withoutSecrets(now.postUrl()), url));
		}
		if (!"POST".equals(now.method())) {
			wrongSettings
				.add(new WrongSetting("the method", Objects.requireNonNullElse(now.method(), "(none)"), "POST"));
		}
		for (Set<String> events : List.of(EVENTS, MESSAGE_EVENTS.keySet())) {
			new TreeSet<>(events).stream()
				.filter((event) -> !now.events().contains(event))
				.forEach((event) -> wrongSettings.add(new WrongSetting(event, "not selected", "selected")));
		}
		return wrongSettings;
	}

	/** Returns the required webhooks; other selected events stay selected. */
	private static Webhooks target(Webhooks now, CallbackUrls urls) {
		Set<String> events = new TreeSet<>(now.events());
		events.addAll(EVENTS);
		events.addAll(MESSAGE_EVENTS.keySet());
		return new Webhooks(now.serviceSid(), url(now.preUrl(), urls), url(now.postUrl(), urls), "POST", events);
	}

	private static @Nullable String url(@Nullable String now, CallbackUrls urls) {
		return urls.isConversations(now) ? now : urls.conversations();
	}

	/**
	 * A setting of the webhooks with a wrong value.
	 *
	 * @param what the name of the setting
	 * @param is the present value
	 * @param should the required value
	 */
	private record WrongSetting(String what, String is, String should) {
	}

	/**
	 * Corrects the webhooks, unless they have changed since they were shown.
	 *
	 * @param shown the webhooks as they were shown
	 */
	private record Correction(Environment environment, CallbackUrls urls, Webhooks shown) implements Remedy {

		@Override
		public List<Observation> apply() {
			return AccountAccess.examine(this.environment, this::set)
				.stream()
				.map((it) -> (it.outcome() == Outcome.NOT_EXAMINED) ? Observation
					.problem("the webhooks could not be set: Twilio refuses the credentials", "run this again") : it)
				.toList();
		}

		private List<Observation> set(AccountAccess access) {
			if (!Webhooks.effective(access.asService()).equals(this.shown)) {
				return List.of(Observation.problem("the webhooks have changed meanwhile, so nothing was set",
						"run this again"));
			}
			target(this.shown, this.urls).write(this.shown, access.asService());
			Webhooks now = Webhooks.effective(access.asService());
			Set<String> left = wrongSettings(now, this.urls).stream()
				.map(WrongSetting::what)
				.collect(Collectors.toSet());
			return wrongSettings(this.shown, this.urls).stream()
				.map((it) -> left.contains(it.what())
						? Observation.problem(it.what() + " was set, but Twilio did not keep it",
								"set it in Twilio's console")
						: Observation.holds(it.what() + " was " + it.is() + " and is now " + it.should()))
				.toList();
		}

	}

}
