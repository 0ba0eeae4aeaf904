package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import org.jspecify.annotations.Nullable;

/**
 * Writes the forms that Frontline posts for the app: one for each {@code Location}.
 * Called by {@link AppScreens} and {@link FrontlineApp}.
 */
final class AppForms {

	/** How many customers the app asks for at once. */
	private static final String PAGE_SIZE = "30";

	private AppForms() {
	}

	/**
	 * My Customers.
	 * @param query what the worker looks for; null for all customers
	 * @param token the {@code next_page_token} of the page before
	 * @param anchor the id of the last customer there is, for want of a token
	 */
	static Event customers(String worker, @Nullable String query, @Nullable String token, @Nullable String anchor) {
		return location("GetCustomersList", worker).with("PageSize", PAGE_SIZE)
			.with("Query", query)
			.with("NextPageToken", token)
			.with("Anchor", anchor)
			.build("GetCustomersList", Callback.CRM);
	}

	static Event customer(String worker, String customerId) {
		return location("GetCustomerDetailsByCustomerId", worker).with("CustomerId", customerId)
			.build("GetCustomerDetailsByCustomerId", Callback.CRM);
	}

	/** The id is empty where the conversation is with somebody unknown. */
	static Event templates(String worker, String customerId, String conversationSid) {
		return location("GetTemplatesByCustomerId", worker).with("CustomerId", customerId)
			.with("ConversationSid", conversationSid)
			.build("GetTemplatesByCustomerId", Callback.TEMPLATES);
	}

	/** What the app asks before a worker begins a conversation. */
	static Event proxyAddress(String worker, String customerId, String channelType, String channelValue) {
		return location("GetProxyAddress", worker).with("CustomerId", customerId)
			.with("ChannelType", channelType)
			.with("ChannelValue", channelValue)
			.build("GetProxyAddress", Callback.OUTGOING_CONVERSATION);
	}

	private static Event.Builder location(String location, String worker) {
		return new Event.Builder().with("Location", location).with("Worker", worker);
	}

}
