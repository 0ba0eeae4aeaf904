package io.frontlineservice.conversation.people;

import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

	private static final int LONGEST = 256;

	/**
	 * The name of these people.
	 * @param customers whom each is taken for; empty of those who are no customers
	 * @param numbers the number of each; null of those who have none
	 */
	public static ShownName of(List<Optional<CrmCustomer>> customers, List<@Nullable String> numbers) {
		Stream.Builder<String> names = Stream.builder();
		for (int i = 0; i < customers.size(); i++) {
			@Nullable String number = numbers.get(i);
			customers.get(i).map(CrmCustomer::name).or(() -> Optional.ofNullable(number)).ifPresent(names);
		}
		String name = String.join(", ", names.build().toList());
		String avatar = (customers.size() == 1)
				? customers.get(0).map((customer) -> customer.card().avatar()).orElse(null) : null;
		return new ShownName(name.isEmpty() ? null : cut(name), avatar);
	}

	/**
	 * Whether a name is one that a person has given: neither numbers that stand there for
	 * want of names, nor such numbers beside the names that were known.
	 */
	public static boolean isGiven(@Nullable String name, List<Optional<CrmCustomer>> customers,
			List<@Nullable String> numbers) {
		if (name == null || name.isBlank()) {
			return false;
		}
		Set<String> standIns = parts(numbers.stream().filter(Objects::nonNull).map(ShownName::withoutPrefix));
		Set<String> names = parts(customers.stream().flatMap(Optional::stream).map(CrmCustomer::name));
		Set<String> shown = parts(Stream.of(name));
		return shown.stream().noneMatch(standIns::contains)
				|| !shown.stream().allMatch((part) -> standIns.contains(part) || names.contains(part));
	}

	/** A name, too, may have commas in it. */
	private static Set<String> parts(Stream<String> texts) {
		return texts.flatMap((text) -> Stream.of(text.split(",")))
			.map(ShownName::withoutPrefix)
			.collect(Collectors.toSet());
	}

	private static String withoutPrefix(String address) {
		return address.strip().replaceFirst("^whatsapp:", "");
	}

	/** Without half a character at the end. */
	private static String cut(String name) {
		int end = Math.min(name.length(), LONGEST);
		return name.substring(0,
				(end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) ? end - 1 : end);
	}

}
