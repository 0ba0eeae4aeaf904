package io.frontlineservice.callback;

import io.frontlineservice.callback.SignedText.Occurrence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of Twilio's callbacks, as far as they help to tell a form that Twilio
 * signed from another form with the same signed text. The URL is signed too, so that a
 * form is valid for one callback only. Immutable.
 *
 * @param names the parameters that decide the answer: the worker, and the requested data
 * @param required the parameters that each form of the callback has
 * @see <a href="https://www.twilio.com/docs/frontline/my-customers">My Customers</a>
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-webhooks">Conversations
 * Webhooks</a>
 */
record DecidingParameters(Set<String> names, Set<String> required) {

	/** The parameters of the callbacks that a worker's app calls. */
	static final DecidingParameters OF_WORKERS = new DecidingParameters(
			Set.of("AccountSid", "ChannelType", "ChannelValue", "CustomerId", "Location", "Worker"),
			Set.of("Location", "Worker"));

	/** The parameters of the callbacks about a conversation. */
	static final DecidingParameters OF_CONVERSATIONS = new DecidingParameters(
			Set.of("AccountSid", "ConversationSid", "EventType", "StateTo"), Set.of());

	/** The parameters of the callbacks about a message that was sent. */
	static final DecidingParameters OF_MESSAGES = new DecidingParameters(
			Set.of("AccountSid", "Attributes", "Author", "Body", "ClientIdentity", "ConversationSid", "DateCreated",
					"ErrorCode", "EventType", "MessageSid", "ParticipantSid", "Source", "Status"),
			Set.of("ConversationSid", "EventType", "MessageSid"));

	/** Parameters that carry free text of people or programs. */
	static final Set<String> FREE_TEXT = Set.of("Anchor", "Attributes", "Author", "Body", "ClientIdentity",
			"FriendlyName", "Identity", "Media", "MessageBody", "MessagingBinding.Address",
			"MessagingBinding.AuthorAddress", "MessagingBinding.ProjectedAddress", "MessagingBinding.ProxyAddress",
			"NextPageToken", "Query", "UniqueName");

	/** The values of Location; two of them contain the name of a parameter. */
	private static final Pattern LOCATION = Pattern
		.compile("GetCustomersList|GetCustomerDetailsByCustomerId|GetProxyAddress|GetTemplatesByCustomerId");

	private static final Pattern SID = Pattern.compile("(?=[A-Z]{2}[0-9a-fA-F]{32})");

	private static final Pattern WORD = Pattern.compile("(?=[A-Za-z])");

	private static final Pattern DIGIT = Pattern.compile("(?=[0-9])");

	/** A JSON object, which may contain any text. */
	private static final Pattern OBJECT = Pattern.compile("(?s)\\{.*\\}\\z");

	/** An address or an identity. */
	private static final Pattern TEXT = Pattern.compile("(?=\\S)");

	/**
	 * A worker's identity: any text that is not blank, except the rest of a WorkerSid.
	 */
	private static final Pattern IDENTITY = Pattern.compile("(?!Sid[A-Z]{2}[0-9a-fA-F]{32})(?=\\s*\\S)");

	/** The beginning of the values of these parameters. */
	private static final Map<String, Pattern> FORMATS = Map.ofEntries(Map.entry("AccountSid", SID),
			Map.entry("Attributes", OBJECT), Map.entry("Author", TEXT), Map.entry("ChannelType", WORD),
			Map.entry("ClientIdentity", TEXT), Map.entry("ConversationSid", SID),
			Map.entry("DateCreated", Pattern.compile("(?=[0-9]{4}-)")), Map.entry("ErrorCode", DIGIT),
			Map.entry("EventType", Pattern.compile("(?=on[A-Z])")), Map.entry("Location", LOCATION),
			Map.entry("MessageSid", SID), Map.entry("PageSize", DIGIT), Map.entry("ParticipantSid", SID),
			Map.entry("Source", WORD), Map.entry("StateTo", WORD), Map.entry("Status", WORD),
			Map.entry("Worker", IDENTITY));

	/**
	 * A character that may continue an identity or an id, but begins no name of a
	 * parameter.
	 */
	private static final Pattern CONTINUATION = Pattern
		.compile("(?![A-Z])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{Sc}\\p{Sk}\\p{Sm}]");

	/** A value of these parameters has no format that tells where it ends. */
	private static final List<String> ENDING_ANYWHERE = List.of("Body", "CustomerId", "Worker");

	/** The name of a parameter of Twilio; the rest of a sentence is not one. */
	private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9.]*");

	/**
	 * Returns all names that a signed form may have, and the given ones; sorted.
	 */
	Set<String> namesAnd(Set<String> others) {
		Set<String> all = new TreeSet<>(this.names);
		all.addAll(FREE_TEXT);
		all.addAll(others);
		return all;
	}

	/**
	 * Returns whether Twilio may have sent the parameter with this value. The value may
	 * contain unknown parameters, but no deciding ones.
	 */
	boolean isPlausible(String name, String value) {
		Pattern format = (this.names.contains(name) || !FREE_TEXT.contains(name)) ? FORMATS.get(name) : null;
		if (format == null) {
			return !this.names.contains(name) || !value.isBlank();
		}
		Matcher start = format.matcher(value);
		return start.lookingAt() && this.names.stream()
			.filter((other) -> other.compareTo(name) >= 0)
			.noneMatch((other) -> follows(other, value, start.end()));
	}

	/** Returns whether the text may contain that parameter with a value. */
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
	 * Returns whether a deciding name occurs in the text except where the form has this
	 * parameter, and except in the value of Location.
	 */
	boolean occurElsewhere(SignedText form) {
		int location = form.positions().getOrDefault("Location", -1);
		Matcher value = LOCATION.matcher(form.text()).region(location + "Location".length(), form.text().length());
		int end = (location >= 0 && value.lookingAt()) ? value.end() : location;
		for (Occurrence occurrence : form.occurrences(this.names)) {
			if (!form.has(occurrence) && (occurrence.start() < location || occurrence.start() >= end)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Returns the parameter with a value that may continue in the next name, as
	 * {@code sam} does if the next name is {@code uel}; empty if no value does. Names of
	 * Twilio's parameters begin with a capital letter.
	 */
	static Optional<String> truncated(SignedText form) {
		for (String name : ENDING_ANYWHERE) {
			String next = form.positions().containsKey(name) ? form.positions().higherKey(name) : null;
			if (next != null && mayContinue(name, next)) {
				return Optional.of(name);
			}
		}
		return Optional.empty();
	}

	private static boolean mayContinue(String name, String next) {
		String rest = next.startsWith(name) ? next.substring(name.length()) : next;
		return name.equals("Body") ? !NAME.matcher(rest).matches() : CONTINUATION.matcher(rest).lookingAt();
	}

}
