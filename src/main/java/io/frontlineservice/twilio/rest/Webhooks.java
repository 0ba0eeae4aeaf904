package io.frontlineservice.twilio.rest;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.Configuration;
import com.twilio.rest.conversations.v1.configuration.Webhook;
import com.twilio.rest.conversations.v1.configuration.WebhookUpdater;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of Conversations that are in force: those of the default service if it has
 * any, as these go before the account's. Read and written for
 * {@link WebhooksExamination}. Immutable.
 *
 * @param serviceSid the service whose they are; null if they are the account's
 * @param preUrl where Twilio asks before something happens
 * @param postUrl where Twilio tells what has happened
 * @param method the HTTP method of both
 * @param events the events that are ticked
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/per-service-webhook-resource">Twilio:
 * per-service webhooks override the account's</a>
 */
record Webhooks(@Nullable String serviceSid, @Nullable String preUrl, @Nullable String postUrl, @Nullable String method,
		Set<String> events) {

	static Webhooks inForce(TwilioRestClient client) {
		String serviceSid = Configuration.fetcher().fetch(client).getDefaultChatServiceSid();
		if (serviceSid != null) {
			Webhooks ofService = ofService(serviceSid, client);
			if (isUrl(ofService.preUrl) || isUrl(ofService.postUrl)) {
				return ofService;
			}
		}
		Webhook it = Webhook.fetcher().fetch(client);
		return new Webhooks(null, it.getPreWebhookUrl(), it.getPostWebhookUrl(), text(it.getMethod()),
				set(it.getFilters()));
	}

	private static Webhooks ofService(String serviceSid, TwilioRestClient client) {
		var it = com.twilio.rest.conversations.v1.service.configuration.Webhook.fetcher(serviceSid).fetch(client);
		return new Webhooks(serviceSid, text(it.getPreWebhookUrl()), text(it.getPostWebhookUrl()), text(it.getMethod()),
				set(it.getFilters()));
	}

	/** Writes what differs from the webhooks there were, and no more. */
	void write(Webhooks before, TwilioRestClient client) {
		@Nullable String pre = Objects.equals(this.preUrl, before.preUrl) ? null : this.preUrl;
		@Nullable String post = Objects.equals(this.postUrl, before.postUrl) ? null : this.postUrl;
		@Nullable String verb = Objects.equals(this.method, before.method) ? null : this.method;
		@Nullable List<String> filters = this.events.equals(before.events) ? null : List.copyOf(this.events);
		if (this.serviceSid == null) {
			WebhookUpdater updater = new WebhookUpdater();
			updater.setPreWebhookUrl(pre).setPostWebhookUrl(post).setMethod(verb).setFilters(filters).update(client);
			return;
		}
		new com.twilio.rest.conversations.v1.service.configuration.WebhookUpdater(this.serviceSid).setPreWebhookUrl(pre)
			.setPostWebhookUrl(post)
			.setMethod(verb)
			.setFilters(filters)
			.update(client);
	}

	private static boolean isUrl(@Nullable String text) {
		return text != null && !text.isBlank();
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

	/** In order, so that they are always said and written alike. */
	private static Set<String> set(@Nullable List<String> events) {
		return new TreeSet<>((events != null) ? events : List.of());
	}

}
