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
 * What the app shows of a conversation: the customers' names, and the picture if there is
 * one customer. Who is no customer is shown by their number. Made when a conversation is
 * begun and when it is settled. Immutable.
 *
 * @param name the name, of at most 256 characters; null if there is nobody to name
 * @param avatar the absolute address of a picture
 */
public record ShownName(@Nullable String name, @Nullable String avatar) {

	private static final int MAX_LENGTH = 256;

	/**
	 * The name of these people.
	 */
	public static ShownName of(List<Contact> contacts) {
		String name = contacts.stream().map(Contact::label).filter(Objects::nonNull).collect(Collectors.joining(", "));
		@Nullable CrmCustomer single = (contacts.size() == 1) ? contacts.get(0).customer() : null;
		String avatar = (single != null) ? single.card().avatar() : null;
		return new ShownName(name.isEmpty() ? null : cut(name), avatar);
	}

	/**
	 * Whether a name is one that a person has given: neither numbers that stand there for
	 * want of names, nor such numbers beside the names that were known.
	 */
	public static boolean isWrittenByPerson(@Nullable String name, List<Contact> contacts) {
		if (name == null || name.isBlank()) {
			return false;
		}
		Set<String> numbers = parts(
				contacts.stream().map(Contact::number).filter(Objects::nonNull).map(ShownName::withoutPrefix));
		Set<String> names = parts(
				contacts.stream().map(Contact::customer).filter(Objects::nonNull).map(CrmCustomer::name));
		Set<String> shown = parts(Stream.of(name));
		return shown.stream().noneMatch(numbers::contains)
				|| !shown.stream().allMatch((part) -> numbers.contains(part) || names.contains(part));
	}

	/** A name, too, may have commas in it. */
	private static Set<String> parts(Stream<String> texts) {
		return texts.flatMap((text) -> Stream.of(text.split(",")))
			.map(ShownName::withoutPrefix)
			.collect(Collectors.toSet());
	}

	private static String withoutPrefix(String address) {
		return ChannelType.ofAddress(address).withoutPrefix(address);
	}

	/** Without half a character at the end. */
	private static String cut(String name) {
		int end = Math.min(name.length(), MAX_LENGTH);
		return name.substring(0,
				(end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) ? end - 1 : end);
	}

}
