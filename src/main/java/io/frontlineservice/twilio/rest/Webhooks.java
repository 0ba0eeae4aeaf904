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
 * The effective webhooks of Conversations: those of the default service if it has any,
 * otherwise the account's. Read and written for {@link WebhooksExamination}. Immutable.
 *
 * @param serviceSid the service that has these webhooks; null for the account's
 * @param preUrl the URL that Twilio calls before a change
 * @param postUrl the URL that Twilio calls after a change
 * @param method the HTTP method of both
 * @param events the selected events
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/per-service-webhook-resource">Twilio:
 * per-service webhooks override the account's</a>
 */
record Webhooks(@Nullable String serviceSid, @Nullable String preUrl, @Nullable String postUrl, @Nullable String method,
		Set<String> events) {

	static Webhooks effective(TwilioRestClient client) {
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

	/** Writes only the fields that differ from the webhooks before. */
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

	/** Returns a sorted set, so that the order does not matter. */
	private static Set<String> set(@Nullable List<String> events) {
		return new TreeSet<>((events != null) ? events : List.of());
	}

}
