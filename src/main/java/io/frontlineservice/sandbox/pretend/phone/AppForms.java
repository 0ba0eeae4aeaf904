package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import org.jspecify.annotations.Nullable;

/**
 * Creates the forms that Frontline posts for the app, one for each {@code Location}.
 * Called by {@link AppScreens} and {@link FrontlineApp}.
 */
final class AppForms {

	/** The number of customers that the app requests at once. */
	private static final String PAGE_SIZE = "30";

	private AppForms() {
	}

	/**
	 * Requests a page of My Customers.
	 * @param query the search text; null for all customers
	 * @param token the {@code next_page_token} of the previous page
	 * @param anchor the id of the last customer, if there is no token
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

	/** The customer id is empty if the customer is unknown. */
	static Event templates(String worker, String customerId, String conversationSid) {
		return location("GetTemplatesByCustomerId", worker).with("CustomerId", customerId)
			.with("ConversationSid", conversationSid)
			.build("GetTemplatesByCustomerId", Callback.TEMPLATES);
	}

	/** Requests the proxy address before a worker starts a conversation. */
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
