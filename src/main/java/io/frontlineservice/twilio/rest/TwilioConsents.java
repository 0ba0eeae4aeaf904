package io.frontlineservice.twilio.rest;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;
import io.frontlineservice.consent.push.ConsentApi;
import io.frontlineservice.consent.push.ConsentItem;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends consents to Twilio's Consent API. Called by package {@code consent.push} through
 * its port. Thread-safe.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/messaging/features/bulk-upsert-consents-api">Bulk Upsert
 * Consents</a>
 */
final class TwilioConsents implements ConsentApi {

	/** Without permission, or unknown because the account has no access to this API. */
	private static final Set<Integer> NO_ACCESS = Set.of(20003, 20403, 20404, AccountAccess.FORBIDDEN);

	/** Nothing else of Twilio's text is kept, which may quote numbers. */
	private static final Pattern REASON = Pattern.compile("[A-Z]+(_[A-Z]+)+");

	private final MeteredCalls calls;

	TwilioConsents(MeteredCalls calls) {
		this.calls = calls;
	}

	@Override
	public List<Rejection> push(List<ConsentItem> items) {
		try {
			return this.calls.make(Call.CONSENTS, (client) -> rejections(items, call(items, client)));
		}
		catch (TwilioRefusedException ex) {
			throw NO_ACCESS.contains(ex.code()) ? new TwilioRefusedException(
					"The account or API key has no access to Twilio's Consent API (error " + ex.code()
							+ "): ask Twilio for access, give a restricted key the permission to create consents "
							+ "(accounts), or set frontline.consent.push-to-twilio to false",
					ex.code()) : ex;
		}
	}

	/**
	 * Makes the call. A key without this permission may have all permissions that other
	 * jobs need, so this is not a refusal of the credentials.
	 */
	private static String call(List<ConsentItem> items, TwilioRestClient client) {
		Request request = new Request(HttpMethod.POST, Domains.ACCOUNTS.toString(), "/v1/Consents/Bulk");
		items.forEach((item) -> request.addPostParam("Items", json(item)));
		try {
			return client.request(request).getContent();
		}
		catch (TwilioErrorException ex) {
			boolean permanent = ex.isForbidden() || ex.kind() == ErrorKind.GONE || ex.code() == AccountAccess.FORBIDDEN;
			throw permanent ? ex.kind(ErrorKind.PERMANENT) : ex;
		}
	}

	private static String json(ConsentItem item) {
		Map<String, String> json = new LinkedHashMap<>();
		json.put("contact_id", item.contact());
		json.put("correlation_id", item.correlationId());
		json.put("sender_id", item.sender());
		json.put("status", item.optedOut() ? "opt-out" : "opt-in");
		json.put("source", item.byMessage() ? (item.optedOut() ? "opt-out-message" : "opt-in-message") : "offline");
		json.put("date_of_consent", item.at().truncatedTo(ChronoUnit.SECONDS).toString());
		return JsonMapper.shared().writeValueAsString(json);
	}

	private static List<Rejection> rejections(List<ConsentItem> items, String body) {
		Map<String, JsonNode> results = new HashMap<>();
		JsonMapper.shared()
			.readTree(body)
			.path("items")
			.forEach((result) -> results.put(result.path("correlation_id").asString(""), result));
		List<Rejection> rejections = new ArrayList<>();
		for (ConsentItem item : items) {
			@Nullable JsonNode result = results.get(item.correlationId());
			if (result == null || !result.has("error_code")) {
				throw new TwilioUnavailableException("Twilio's response lacks the result of an opt-out", null);
			}
			int code = result.path("error_code").asInt(-1);
			if (code != 0) {
				rejections.add(new Rejection(code, reason(result.path("error_messages").toString())));
			}
		}
		return rejections;
	}

	private static String reason(String messages) {
		Matcher reason = REASON.matcher(messages);
		return reason.find() ? reason.group() : "";
	}

}
