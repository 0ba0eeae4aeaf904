package io.frontlineservice.conversation.people;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name and the picture of a conversation: the names of all customers, and the picture
 * of a single customer. An unknown person is shown by number. Created when Twilio is
 * about to create a conversation, and for each settlement. Immutable.
 *
 * @param name the name, of at most 256 characters; null if there is neither a name nor a
 * number
 * @param avatar the absolute URL of the picture; null without a picture
 */
public record ShownName(@Nullable String name, @Nullable String avatar) {

	private static final int MAX_LENGTH = 256;

	/**
	 * Returns the name and the picture for these people.
	 */
	public static ShownName of(List<Contact> contacts) {
		String name = contacts.stream().map(Contact::label).filter(Objects::nonNull).collect(Collectors.joining(", "));
		@Nullable CrmCustomer single = (contacts.size() == 1) ? contacts.get(0).customer() : null;
		String avatar = (single != null) ? single.lastingAvatar() : null;
		return new ShownName(name.isEmpty() ? null : cut(name), avatar);
	}

	/**
	 * Whether a person has written this name. A name of numbers and other labels of
	 * unknown people, or of these and known names, is one that this service wrote.
	 */
	public static boolean isWrittenByPerson(@Nullable String name, List<Contact> contacts) {
		if (name == null || name.isBlank()) {
			return false;
		}
		Set<String> labels = parts(contacts.stream().flatMap(Contact::labels));
		Set<String> names = parts(
				contacts.stream().map(Contact::customer).filter(Objects::nonNull).map(CrmCustomer::name));
		Set<String> shown = parts(Stream.of(name));
		return shown.stream().noneMatch(labels::contains)
				|| !shown.stream().allMatch((part) -> labels.contains(part) || names.contains(part));
	}

	/** A name may contain commas, too. */
	private static Set<String> parts(Stream<String> texts) {
		return texts.flatMap((text) -> Stream.of(text.split(",")))
			.map(ShownName::withoutPrefix)
			.collect(Collectors.toSet());
	}

	private static String withoutPrefix(String address) {
		return ChannelType.ofAddress(address).withoutPrefix(address);
	}

	/** Does not cut a surrogate pair in half. */
	private static String cut(String name) {
		int end = Math.min(name.length(), MAX_LENGTH);
		return name.substring(0,
				(end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) ? end - 1 : end);
	}

}
