package io.frontlineservice.crm.mapping;

import io.frontlineservice.customer.Link;
import io.frontlineservice.text.CleanText;
import io.frontlineservice.text.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Maps links: those of the configured patterns, those in the record, and one for each
 * e-mail address. Called by {@link ContactMapper}. Thread-safe.
 */
final class LinkMapper {

	private static final String NAMELESS = "Link";

	private final List<String> fields;

	/** The URLs by the words to tap on, in their configured order. */
	private final Map<String, FieldText> patterns = new LinkedHashMap<>();

	LinkMapper(FieldMapping mapping) {
		this.fields = mapping.names(CustomerField.LINKS);
		FieldMapping.orEmpty(mapping.linkPatterns())
			.forEach((words, url) -> this.patterns.put(words, FieldText.of(url)));
	}

	/** The names of the fields in the patterns. */
	Stream<String> fields() {
		return this.patterns.values().stream().flatMap((pattern) -> pattern.fields().stream());
	}

	List<Link> map(CrmRecord record, Set<String> emails, Remarks remarks) {
		Set<Link> links = new LinkedHashSet<>();
		this.patterns.forEach(
				(words, pattern) -> pattern.asUrl(record).ifPresent((url) -> add(words, url, words, links, remarks)));
		Object written = FieldValues.first(record, this.fields);
		if (written instanceof Collection<?> several) {
			several.forEach((link) -> addWritten(link, links, remarks));
		}
		else if (written != null) {
			addWritten(written, links, remarks);
		}
		emails.forEach((email) -> links.add(mailTo(email)));
		return List.copyOf(links);
	}

	private static void addWritten(@Nullable Object written, Set<Link> links, Remarks remarks) {
		if (written instanceof Map<?, ?> link) {
			add(FieldValues.text(link.get("type")), FieldValues.text(link.get("value")),
					FieldValues.text(link.get("display_name")), links, remarks);
		}
		else {
			add(null, FieldValues.text(written), null, links, remarks);
		}
	}

	private static void add(@Nullable String writtenType, @Nullable String writtenUrl, @Nullable String words,
			Set<Link> links, Remarks remarks) {
		String url = (writtenUrl != null) ? writtenUrl.strip() : "";
		if (!WebUrl.isLink(url)) {
			remarks.add("a link is left out: it is not an absolute address of the web, a call or an e-mail");
			return;
		}
		String type = Optional.ofNullable(CleanText.line(writtenType)).orElse(NAMELESS);
		links.add(new Link(type, url, Optional.ofNullable(CleanText.line(words)).orElse(type)));
	}

	private static Link mailTo(String email) {
		return new Link("Email", "mailto:" + UriUtils.encodePathSegment(email, StandardCharsets.UTF_8), email);
	}

}
