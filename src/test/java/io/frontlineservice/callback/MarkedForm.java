package io.frontlineservice.callback;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * A form that is read from a signed text with marks around its names, such as
 * {@code [Location]GetCustomersList[Worker]ada@example.com}.
 *
 * @param query the text before the first name: the query of the URL
 * @param parameters the values by name
 */
record MarkedForm(String query, NavigableMap<String, String> parameters) {

	private static final String SID = "[0-9a-f]{32}";

	/** The formats of the values that Twilio sends. */
	private static final Map<String, Pattern> FORMATS = Map.of("Worker", Pattern.compile("[a-z0-9@._+-]+"), "PageSize",
			Pattern.compile("[0-9]+"), "ChannelType", Pattern.compile("sms|whatsapp|chat"), "StateTo",
			Pattern.compile("active|inactive|closed"), "ConversationSid", Pattern.compile("CH" + SID), "AccountSid",
			Pattern.compile("AC" + SID));

	private static final Set<String> ABOUT_WORKER = Set.of("AccountSid", "Anchor", "ChannelType", "ChannelValue",
			"ConversationSid", "CustomerId", "Location", "NextPageToken", "PageSize", "Query", "Worker");

	private static final Set<String> ABOUT_CONVERSATION = Set.of("AccountSid", "Attributes", "ConversationSid",
			"EventType", "FriendlyName", "MessagingBinding.Address", "StateTo");

	/** The required parameters of each form. */
	private static final Map<String, Set<String>> REQUIRED = Map.of("GetCustomersList", Set.of("Worker"),
			"GetCustomerDetailsByCustomerId", Set.of("Worker", "CustomerId"), "GetProxyAddress",
			Set.of("Worker", "CustomerId", "ChannelType", "ChannelValue"), "GetTemplatesByCustomerId", Set.of("Worker"),
			"onConversationRemoved", Set.of("ConversationSid"), "onConversationStateUpdated",
			Set.of("ConversationSid", "StateTo"), "onParticipantAdded", Set.of("ConversationSid"));

	/**
	 * Returns the form with names between these marks; empty if the names are not in
	 * order.
	 */
	static Optional<MarkedForm> of(String text, String open, String close) {
		int first = text.indexOf(open);
		Matcher parameter = Pattern
			.compile("\\" + open + "([^\\[\\]{}]+)\\" + close + "([^\\" + open + "\\" + close + "]*)")
			.matcher(text);
		NavigableMap<String, String> parameters = new TreeMap<>();
		int end = first;
		while (end >= 0 && end < text.length()) {
			if (!parameter.region(end, text.length()).lookingAt()
					|| (!parameters.isEmpty() && parameters.lastKey().compareTo(parameter.group(1)) >= 0)) {
				return Optional.empty();
			}
			parameters.put(parameter.group(1), parameter.group(2));
			end = parameter.end();
		}
		return (first >= 0) ? Optional.of(new MarkedForm(text.substring(0, first), parameters)) : Optional.empty();
	}

	/** Returns the parameter that selects the handler. */
	String dispatching() {
		return this.parameters.containsKey("Location") ? "Location" : "EventType";
	}

	/** Returns the parameters that no other form with the same signed text may change. */
	Set<String> deciding() {
		return this.parameters.containsKey("Location") ? Set.of("Location", "Worker")
				: Set.of("EventType", "ConversationSid");
	}

	boolean isAboutOneCustomer() {
		return this.parameters.containsKey("Location") && !value("Location").equals("GetCustomersList");
	}

	String value(String name) {
		return this.parameters.getOrDefault(name, "");
	}

	boolean isOfTwilio() {
		boolean isAboutWorker = this.parameters.containsKey("Location");
		Set<String> required = REQUIRED.get(value(dispatching()));
		return required != null && this.query.matches("(\\?[a-z0-9=&]*)?")
				&& this.parameters.keySet().containsAll(required)
				&& (isAboutWorker ? ABOUT_WORKER : ABOUT_CONVERSATION).containsAll(this.parameters.keySet())
				&& FORMATS.entrySet()
					.stream()
					.allMatch((format) -> !this.parameters.containsKey(format.getKey())
							|| format.getValue().matcher(value(format.getKey())).matches());
	}

	/** Returns the request that sends the form to the URL with this query. */
	MockHttpServletRequest request() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
		request.setParameters(this.parameters);
		request.setQueryString(this.query.startsWith("?") ? this.query.substring(1) : null);
		return request;
	}

}
