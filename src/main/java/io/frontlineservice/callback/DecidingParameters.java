package io.frontlineservice.callback;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of the parameters of Twilio's callbacks, as far as it helps to tell a
 * form that Twilio signed from one that was cut from it. The URL is signed too, so that a
 * form cannot move between the callbacks. Immutable.
 *
 * @param names the parameters that decide what is answered, and to which worker
 * @param required those that every form has that comes to the same URL
 * @see <a href="https://www.twilio.com/docs/frontline/my-customers">My Customers</a>
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-webhooks">Conversations
 * Webhooks</a>
 */
record DecidingParameters(Set<String> names, Set<String> required) {

	/** Those of the callbacks that are for a worker. */
	static final DecidingParameters OF_WORKERS = new DecidingParameters(
			Set.of("AccountSid", "ChannelType", "ChannelValue", "CustomerId", "Location", "Worker"),
			Set.of("Location", "Worker"));

	/** Those of the callbacks that are for a conversation. */
	static final DecidingParameters OF_CONVERSATIONS = new DecidingParameters(
			Set.of("AccountSid", "ConversationSid", "EventType", "StateTo"), Set.of());

	/** Parameters in which people or programs may write what they like. */
	static final Set<String> FREE_TEXT = Set.of("Anchor", "Attributes", "Author", "Body", "ClientIdentity",
			"FriendlyName", "Identity", "Media", "MessageBody", "MessagingBinding.Address",
			"MessagingBinding.AuthorAddress", "MessagingBinding.ProjectedAddress", "MessagingBinding.ProxyAddress",
			"NextPageToken", "Query", "UniqueName");

	/** The values of Location; two of them contain the name of a parameter. */
	private static final Pattern LOCATION = Pattern
		.compile("GetCustomersList|GetCustomerDetailsByCustomerId|GetProxyAddress|GetTemplatesByCustomerId");

	private static final Pattern SID = Pattern.compile("(?=[A-Z]{2}[0-9a-fA-F]{32})");

	private static final Pattern WORD = Pattern.compile("(?=[A-Za-z])");

	/** An identity of a worker: any text that is not blank, nor the rest of WorkerSid. */
	private static final Pattern IDENTITY = Pattern.compile("(?!Sid[A-Z]{2}[0-9a-fA-F]{32})(?=\\s*\\S)");

	/** How values of these parameters begin. */
	private static final Map<String, Pattern> FORMATS = Map.of("AccountSid", SID, "ChannelType", WORD,
			"ConversationSid", SID, "EventType", Pattern.compile("(?=on[A-Z])"), "Location", LOCATION, "PageSize",
			Pattern.compile("(?=[0-9])"), "StateTo", WORD, "Worker", IDENTITY);

	/** How no name of Twilio's begins, but a part of an identity or an id may. */
	private static final Pattern CONTINUATION = Pattern
		.compile("(?![A-Z])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{Sc}\\p{Sk}\\p{Sm}]");

	/**
	 * All names that may stand in a form that Twilio signed, with these in addition.
	 * Sorted.
	 */
	Set<String> namesAnd(Set<String> others) {
		Set<String> all = new TreeSet<>(this.names);
		all.addAll(FREE_TEXT);
		all.addAll(others);
		return all;
	}

	/**
	 * Whether Twilio may have sent a parameter with this value. Parameters that are not
	 * known here may follow it, but none of those that decide.
	 */
	boolean isPlausible(String name, String value) {
		Pattern format = FORMATS.get(name);
		if (format == null) {
			return !this.names.contains(name) || !value.isBlank();
		}
		Matcher start = format.matcher(value);
		return start.lookingAt() && this.names.stream()
			.filter((other) -> other.compareTo(name) >= 0)
			.noneMatch((other) -> follows(other, value, start.end()));
	}

	/** Whether that parameter may stand in the text, with a value of its own. */
	private static boolean follows(String name, String text, int from) {
		Pattern format = FORMATS.get(name);
		for (int at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
			if (format == null || format.matcher(text).region(at + name.length(), text.length()).lookingAt()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a deciding name stands anywhere in the text but where the form has this
	 * parameter, and in the value of its Location.
	 */
	boolean occurElsewhere(SignedText form) {
		int location = form.positions().getOrDefault("Location", -1);
		Matcher value = LOCATION.matcher(form.text()).region(location + "Location".length(), form.text().length());
		int end = (location >= 0 && value.lookingAt()) ? value.end() : location;
		return form.occurrences(this.names)
			.stream()
			.anyMatch((occurrence) -> !form.has(occurrence)
					&& (occurrence.start() < location || occurrence.start() >= end));
	}

	/**
	 * The identity or id whose value may go on in the name behind it, as {@code samuel}
	 * goes on behind {@code sam}; empty if there is none. The names that Twilio gives
	 * begin with a capital letter.
	 */
	static Optional<String> truncated(SignedText form) {
		return Stream.of("CustomerId", "Worker").filter(form.positions()::containsKey).filter((name) -> {
			String next = form.positions().higherKey(name);
			String rest = (next != null && next.startsWith(name)) ? next.substring(name.length()) : next;
			return rest != null && CONTINUATION.matcher(rest).lookingAt();
		}).findFirst();
	}

}
