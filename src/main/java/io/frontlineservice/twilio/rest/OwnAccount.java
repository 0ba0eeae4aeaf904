package io.frontlineservice.twilio.rest;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The account that every answer must be about. An API key says nothing of its account, so
 * one of another account is accepted there, and all that is done is done to that account.
 * Asked by {@link ApiClient}. Immutable.
 *
 * @param sid the configured account's SID
 */
record OwnAccount(String sid) {

	/** What operators are told. */
	static final String OTHER = "frontline.twilio.api-key is a key of another account than "
			+ "frontline.twilio.account-sid: nothing is changed there. Set both to the same account";

	private static final String ACCOUNT_SID = "account_sid";

	/**
	 * Compares the account of whatever an answer has in it. An answer without accounts,
	 * as Frontline's are, and one that cannot be read pass.
	 * @throws ErrorAnswerException if there is another account in it
	 */
	void require(RawResponse answer) {
		if (answer.body().contains(ACCOUNT_SID) && isOfOther(answer.body())) {
			throw ErrorAnswerException.ofOtherAccount(answer.status());
		}
	}

	/**
	 * Attributes, which anybody may write, are texts in the answer, and not looked into.
	 */
	private boolean isOfOther(String body) {
		try {
			return JsonMapper.shared()
				.readTree(body)
				.findValues(ACCOUNT_SID)
				.stream()
				.filter(JsonNode::isString)
				.anyMatch((it) -> !this.sid.equalsIgnoreCase(it.asString()));
		}
		catch (JacksonException ex) {
			return false;
		}
	}

}
