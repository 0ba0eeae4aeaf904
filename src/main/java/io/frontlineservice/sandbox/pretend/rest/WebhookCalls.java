package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The webhook configuration of the account and of the service. Once it is set, the
 * service's configuration takes precedence. Selected events take effect. URLs are stored
 * but not used, because {@code PretendTwilio.callbacksAt} sets the real ones. Called by
 * {@link RestApi}. Thread-safe.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/per-service-webhook-resource">Twilio:
 * Per-Service Webhook resource</a>
 */
final class WebhookCalls {

	private static final String[] URLS = { "PreWebhookUrl", "PostWebhookUrl" };

	private final Map<String, String> usual = new ConcurrentHashMap<>();

	private final Map<String, String> ofAccount = new ConcurrentHashMap<>();

	private final Map<String, String> ofService = new ConcurrentHashMap<>();

	private final Conditions conditions;

	private final Resources resources;

	private volatile Set<String> eventsOfService = Set.of();

	WebhookCalls(Conditions conditions, Resources resources) {
		this.conditions = conditions;
		this.resources = resources;
	}

	/**
	 * Sets the URL of the account's webhooks until a client sets another; null for none.
	 */
	void to(@Nullable URI url) {
		for (String name : URLS) {
			this.usual.compute(name, (it, before) -> (url != null) ? url.toString() : null);
		}
	}

	Reply fetch() {
		Map<String, String> urls = new TreeMap<>(this.usual);
		urls.putAll(this.ofAccount);
		return reply(null, urls, this.conditions.ticked());
	}

	Reply fetchOfService() {
		return reply(Account.SERVICE_SID, this.ofService, this.eventsOfService);
	}

	Reply update(Request request) {
		remember(request, this.ofAccount);
		return fetch();
	}

	Reply updateOfService(Request request) {
		remember(request, this.ofService);
		if (!request.form().all("Filters").isEmpty()) {
			this.eventsOfService = Set.copyOf(request.form().all("Filters"));
		}
		return fetchOfService();
	}

	private void remember(Request request, Map<String, String> urls) {
		for (String name : URLS) {
			String url = request.form().get(name);
			if (url != null) {
				urls.put(name, url);
			}
		}
		if (!request.form().all("Filters").isEmpty()) {
			this.conditions.ticked(request.form().all("Filters").toArray(String[]::new));
		}
	}

	private Reply reply(@Nullable String service, Map<String, String> urls, Set<String> events) {
		return Reply.ok(this.resources.webhooks(service, urls, new TreeSet<>(events)));
	}

	void clear() {
		this.ofAccount.clear();
		this.ofService.clear();
		this.eventsOfService = Set.of();
	}

}
