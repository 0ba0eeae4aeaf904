package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.webhook.CallbackResponse;
import io.frontlineservice.sandbox.pretend.webhook.Callbacks;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.sandbox.pretend.wire.Cause.Kind;
import io.frontlineservice.sandbox.pretend.wire.Causes;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.world.Binding;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The screens of the Frontline app: calls the callbacks and checks their responses as the
 * app does. Called by the sandbox's page. Thread-safe.
 */
public final class AppScreens {

	private static final int LARGEST_RESPONSE = 64 * 1024;

	private final Callbacks callbacks;

	private final Causes causes;

	private final WhatsAppRule whatsApp;

	public AppScreens(Callbacks callbacks, Causes causes, WhatsAppRule whatsApp) {
		this.callbacks = callbacks;
		this.causes = causes;
		this.whatsApp = whatsApp;
	}

	/**
	 * Returns a page of My Customers: {@code objects} of the response.
	 * @param query the search text; null for all customers
	 * @param token the {@code next_page_token} of the previous page
	 * @param anchor the id of the last customer, if there is no token
	 * @throws AppException if the callback fails
	 */
	public JsonNode customers(String worker, @Nullable String query, @Nullable String token, @Nullable String anchor) {
		Event event = AppForms.customers(worker, query, token, anchor);
		Kind kind = (query != null) ? Kind.CUSTOMERS_SEARCHED : Kind.CUSTOMERS_LISTED;
		JsonNode answer = ask((token != null || anchor != null) ? Kind.CUSTOMERS_SCROLLED : kind,
				Map.of("worker", worker, "query", Objects.requireNonNullElse(query, "")), event);
		JsonNode customers = answer.path("objects").path("customers");
		if (!customers.isArray()) {
			throw AppException.unusableResponse("it has no list objects.customers");
		}
		customers.forEach((it) -> {
			requireText(it, "customer_id", "a customer");
			requireText(it, "display_name", "a customer");
		});
		return answer.path("objects");
	}

	/**
	 * Returns the details of a customer: {@code objects.customer} of the response.
	 * @throws AppException if the callback fails
	 */
	public JsonNode customer(String worker, String customerId) {
		JsonNode customer = ask(Kind.CUSTOMER_OPENED, Map.of("worker", worker, "customerId", customerId),
				AppForms.customer(worker, customerId))
			.path("objects")
			.path("customer");
		if (!customer.isObject()) {
			throw AppException.unusableResponse("it has no object objects.customer");
		}
		requireText(customer, "customer_id", "the customer");
		requireText(customer, "display_name", "the customer");
		list(customer, "channels", "the customer").forEach((it) -> {
			requireText(it, "type", "a channel");
			requireText(it, "value", "a channel");
		});
		list(customer, "links", "the customer").forEach((it) -> requireText(it, "value", "a link"));
		return customer;
	}

	/**
	 * Returns the categories of templates, as in the response.
	 * @param customerId empty if the customer is unknown
	 * @throws AppException if the callback fails
	 */
	public JsonNode templates(String worker, String customerId, String conversationSid) {
		JsonNode categories = ask(Kind.TEMPLATES_OPENED, Map.of("worker", worker, "conversationSid", conversationSid),
				AppForms.templates(worker, customerId, conversationSid));
		if (!categories.isArray()) {
			throw AppException.unusableResponse("it is not a list of categories");
		}
		for (JsonNode category : categories) {
			requireText(category, "display_name", "a category");
			for (JsonNode template : list(category, "templates", "a category")) {
				requireText(template, "content", "a template");
				if (template.path("whatsAppApproved").asBoolean(false)) {
					this.whatsApp.approve(template.path("content").asString());
				}
			}
		}
		return categories;
	}

	/**
	 * Returns the address from which the worker writes to the customer.
	 * @throws AppException if the callback fails, or the address is invalid
	 */
	String proxyAddress(String worker, String customerId, String channelType, String channelValue) {
		String address = ask(AppForms.proxyAddress(worker, customerId, channelType, channelValue)).path("proxy_address")
			.asString("");
		if (!Binding.isAddress(address)) {
			throw AppException.unusableProxyAddress();
		}
		return address;
	}

	private JsonNode ask(Kind kind, Map<String, String> about, Event event) {
		return this.causes.during(kind, about, () -> ask(event));
	}

	/**
	 * Posts a callback of the app.
	 * @throws AppException if the app cannot use the response
	 */
	private JsonNode ask(Event event) {
		CallbackResponse response = this.callbacks.post(event);
		if (response.equals(CallbackResponse.NOWHERE)) {
			throw AppException.noUrl(event.callback());
		}
		if (response.isMissing()) {
			throw AppException.noResponse(response.body());
		}
		if (!response.isSuccess()) {
			throw AppException.refused(event.type(), response);
		}
		if (response.body().getBytes(StandardCharsets.UTF_8).length > LARGEST_RESPONSE) {
			throw AppException.unusableResponse("it is larger than 64 KB");
		}
		try {
			return Reply.JSON.readTree(response.body());
		}
		catch (JacksonException ex) {
			throw AppException.unusableResponse("it is not JSON");
		}
	}

	/** Returns the list of that name; empty if it is missing. */
	private static JsonNode list(JsonNode object, String name, String owner) {
		JsonNode list = object.path(name);
		if (list.isMissingNode() || list.isNull()) {
			return Reply.JSON.createArrayNode();
		}
		if (!list.isArray()) {
			throw AppException.unusableResponse("%s of %s is not a list".formatted(name, owner));
		}
		return list;
	}

	/** A number is accepted too, because the app accepts ids that are numbers. */
	private static void requireText(JsonNode object, String name, String owner) {
		if (object.path(name).asString("").isEmpty()) {
			throw AppException.unusableResponse(owner + " has no " + name);
		}
	}

}
