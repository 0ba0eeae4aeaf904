package io.frontlineservice.crm.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The e-mail addresses in a text as people write it: one or several, as a link, or with
 * names. Read by {@link ContactMapper}. Immutable.
 *
 * @param addresses the addresses, each once
 * @param isComplete whether all of the text could be read
 */
record WrittenEmails(Set<String> addresses, boolean isComplete) {

	private static final int LONGEST_ADDRESS = 254;

	private static final int LONGEST_TEXT = 2_048;

	/** How nearly all addresses are written: read at once, because files have many. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+-]++@[A-Za-z0-9.-]++");

	/** A name and, in angle brackets, an address. */
	private static final Pattern NAMED = Pattern.compile("(?:\"[^\"<>]*\")?[^\"<>;,|\\v]*<([^<>\\s]*@[^<>\\s]*)>");

	private static final Pattern SEPARATOR = Pattern.compile("[;,|\\v\\t]");

	/** Separates only where there is an address on each side. */
	private static final Pattern WEAK_SEPARATOR = Pattern.compile("[\\s\\p{Z}/]+");

	private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

	private static final Pattern ADDRESS = Pattern
		.compile("(?:\"[^\"\\p{Cc}\\s\\p{Z}]+\"|[^@\\p{Cc}\\s\\p{Z}]+)@[^@\\p{Cc}\\s\\p{Z}]+");

	private static final Pattern LINK = Pattern.compile("(?i)(?:mailto:\\s*)+");

	static WrittenEmails read(@Nullable String written) {
		if (written == null || written.isBlank() || written.length() > LONGEST_TEXT) {
			return new WrittenEmails(Set.of(), written == null || written.isBlank());
		}
		if (written.length() <= LONGEST_ADDRESS && PLAIN.matcher(written).matches()) {
			return new WrittenEmails(Set.of(written), true);
		}
		String text = AROUND.matcher(written).replaceAll("");
		Set<String> addresses = new LinkedHashSet<>();
		boolean isComplete = true;
		Matcher named = NAMED.matcher(text);
		List<String> parts = new ArrayList<>(named.results().map((match) -> match.group(1)).toList());
		SEPARATOR.splitAsStream(named.replaceAll("")).forEach(parts::add);
		for (String part : parts) {
			List<String> found = addresses(AROUND.matcher(part).replaceAll(""));
			addresses.addAll(found);
			isComplete &= !found.isEmpty() || part.isBlank();
		}
		return new WrittenEmails(addresses, isComplete && !addresses.isEmpty());
	}

	private static List<String> addresses(String part) {
		String address = withoutLink(part);
		if (isAddress(address)) {
			return List.of(address);
		}
		List<String> several = WEAK_SEPARATOR.splitAsStream(address).map(WrittenEmails::withoutLink).toList();
		return several.stream().allMatch(WrittenEmails::isAddress) ? several : List.of();
	}

	/** The address of a link, without its subject and escapes. */
	private static String withoutLink(String text) {
		Matcher link = LINK.matcher(text);
		if (!link.lookingAt()) {
			return text;
		}
		String address = text.substring(link.end()).split("\\?", 2)[0];
		try {
			return UriUtils.decode(address, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

	private static boolean isAddress(String text) {
		return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
	}

}
