package io.frontlineservice.sandbox.pretend;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Webhook Configuration resource. Which events are ticked takes effect; the URLs are
 * only remembered, because {@link PretendTwilio#callbacksAt} knows better. Called by
 * {@link RestApi}. Thread-safe.
 */
final class WebhookCalls {

	private final Map<String, String> urls = new ConcurrentHashMap<>();

	private final Stage stage;

	WebhookCalls(Stage stage) {
		this.stage = stage;
	}

	Reply fetch() {
		return Reply.ok(this.stage.resources()
			.webhooks(new TreeMap<>(this.urls), new TreeSet<>(this.stage.conditions().ticked())));
	}

	Reply update(Request request) {
		for (String name : new String[] { "PreWebhookUrl", "PostWebhookUrl" }) {
			String url = request.form().get(name);
			if (url != null) {
				this.urls.put(name, url);
			}
		}
		if (!request.form().all("Filters").isEmpty()) {
			this.stage.conditions().ticked(request.form().all("Filters").toArray(String[]::new));
		}
		return fetch();
	}

	void clear() {
		this.urls.clear();
	}

}
