package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.webhook.Callbacks;
import io.frontlineservice.sandbox.pretend.webhook.Callbacks.Answer;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the Frontline app asks the callbacks for its screens, and how it takes the
 * answers. Called by whoever holds a pretend phone. Thread-safe.
 */
public final class AppScreens {

	private static final int LARGEST_ANSWER = 64 * 1024;

	private final Callbacks callbacks;

	private final WhatsAppRule whatsApp;

	public AppScreens(Callbacks callbacks, WhatsAppRule whatsApp) {
		this.callbacks = callbacks;
		this.whatsApp = whatsApp;
	}

	/**
	 * A page of My Customers: {@code objects} as it was answered.
	 * @param query what the worker looks for; null for all customers
	 * @param token the {@code next_page_token} of the page before
	 * @param anchor the id of the last customer there is, for want of a token
	 * @throws AppException if there is none
	 */
	public JsonNode customers(String worker, @Nullable String query, @Nullable String token, @Nullable String anchor) {
		JsonNode answer = ask(AppForms.customers(worker, query, token, anchor));
		JsonNode customers = answer.path("objects").path("customers");
		if (!customers.isArray()) {
			throw AppException.unusableAnswer("it has no list objects.customers");
		}
		customers.forEach((it) -> {
			requireText(it, "customer_id", "a customer");
			requireText(it, "display_name", "a customer");
		});
		return answer.path("objects");
	}

	/**
	 * A customer's details: {@code objects.customer} as it was answered.
	 * @throws AppException if there are none
	 */
	public JsonNode customer(String worker, String customerId) {
		JsonNode customer = ask(AppForms.customer(worker, customerId)).path("objects").path("customer");
		if (!customer.isObject()) {
			throw AppException.unusableAnswer("it has no object objects.customer");
		}
		requireText(customer, "customer_id", "the customer");
		requireText(customer, "display_name", "the customer");
		return customer;
	}

	/**
	 * The categories of templates, as they were answered.
	 * @param customerId empty where the customer is unknown
	 * @throws AppException if there are none
	 */
	public JsonNode templates(String worker, String customerId, String conversationSid) {
		JsonNode categories = ask(AppForms.templates(worker, customerId, conversationSid));
		if (!categories.isArray()) {
			throw AppException.unusableAnswer("it is no list of categories");
		}
		for (JsonNode category : categories) {
			requireText(category, "display_name", "a category");
			for (JsonNode template : category.path("templates")) {
				requireText(template, "content", "a template");
				if (template.path("whatsAppApproved").asBoolean(false)) {
					this.whatsApp.approve(template.path("content").asString());
				}
			}
		}
		return categories;
	}

	/**
	 * Posts a callback of the app's.
	 * @throws AppException if the answer is not one that the app can use
	 */
	public JsonNode ask(Event event) {
		Answer answer = this.callbacks.post(event);
		if (answer.equals(Answer.NOWHERE)) {
			throw AppException.noUrl(event.callback());
		}
		if (answer.isMissing()) {
			throw AppException.noAnswer(answer.body());
		}
		if (!answer.isSuccess()) {
			throw AppException.refused(answer.status());
		}
		if (answer.body().getBytes(StandardCharsets.UTF_8).length > LARGEST_ANSWER) {
			throw AppException.unusableAnswer("it is larger than 64 KB");
		}
		try {
			return Reply.JSON.readTree(answer.body());
		}
		catch (JacksonException ex) {
			throw AppException.unusableAnswer("it is not JSON");
		}
	}

	/** Numbers for texts are seen to work with ids. */
	private static void requireText(JsonNode object, String name, String whose) {
		if (object.path(name).asString("").isEmpty()) {
			throw AppException.unusableAnswer(whose + " has no " + name);
		}
	}

}
