package io.frontlineservice.twilio.rest;

import io.frontlineservice.http.RawResponse;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configured account, with which every response of Twilio is compared. An API key
 * does not name its account: a key of another account is accepted, and its calls change
 * that account. Called by {@link ApiClient}. Thread-safe.
 */
final class OwnAccount {

	/** The message to operators. */
	static final String OTHER_ACCOUNT = "frontline.twilio.api-key is a key of another account than "
			+ "frontline.twilio.account-sid: nothing is changed there. Set both to the same account";

	private static final String ACCOUNT_SID = "account_sid";

	private final String sid;

	private volatile boolean confirmed;

	/**
	 * Creates the account that responses must name.
	 * @param sid the SID of the configured account
	 */
	OwnAccount(String sid) {
		this.sid = sid;
	}

	/** Returns whether a response has named this account, and no other. */
	boolean isConfirmed() {
		return this.confirmed;
	}

	/**
	 * Compares the accounts that a response names. A response that names no account, as
	 * those about Frontline users, and one that cannot be parsed are accepted.
	 * @throws TwilioErrorException if the response names another account
	 */
	void require(RawResponse response) {
		if (!response.body().contains(ACCOUNT_SID)) {
			return;
		}
		List<String> named = named(response.body());
		if (!named.stream().allMatch(this.sid::equalsIgnoreCase)) {
			throw TwilioErrorException.ofOtherAccount(response.status());
		}
		if (!named.isEmpty()) {
			this.confirmed = true;
		}
	}

	/** Attributes are JSON inside a string, so an account in them is not found. */
	private static List<String> named(String body) {
		try {
			return JsonMapper.shared()
				.readTree(body)
				.findValues(ACCOUNT_SID)
				.stream()
				.filter(JsonNode::isString)
				.map(JsonNode::asString)
				.toList();
		}
		catch (JacksonException ex) {
			return List.of();
		}
	}

}
