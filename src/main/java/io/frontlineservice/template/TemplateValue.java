package io.frontlineservice.template;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.text.Languages;
import io.frontlineservice.text.Vocabulary;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values that a message can use, besides the customer's attributes. A null value
 * leaves the message out.
 */
enum TemplateValue {

	/** The name of the customer. */
	NAME("Name") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return ofCustomer(context, PersonName::of);
		}
	},

	/** The first name of the customer. */
	FIRST_NAME("FirstName") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return ofCustomer(context, PersonName::firstNameOf);
		}
	},

	/** The name of the worker. */
	AUTHOR("Author") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return context.author();
		}
	},

	/** The company that the customer belongs to. */
	COMPANY("Company") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return ofCustomer(context, CrmCustomer::company);
		}
	},

	/** The customer's language, in the language of the message. */
	LANGUAGE("Language") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return ofCustomer(context,
					(customer) -> Languages.read(customer.language())
						.map((it) -> it.getDisplayLanguage(language))
						.orElse(null));
		}
	},

	/** The customer's local date. */
	TODAY("Today") {
		@Override
		String of(MessageContext context, Locale language) {
			// British and American dates differ although the language is the same.
			boolean same = context.language().getLanguage().equals(language.getLanguage());
			return context.now()
				.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
					.withLocale(same ? context.language() : language));
		}

		@Override
		String variation() {
			return "date";
		}
	},

	/** A greeting for the customer's local time of day. */
	GREETING("Greeting") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return Greetings.in(language, context.now().toLocalTime());
		}

		@Override
		String variation() {
			return "time of day";
		}
	};

	static final String ATTRIBUTES = "attributes.";

	private static final Map<String, TemplateValue> BY_PLACEHOLDER = Arrays.stream(values())
		.collect(Collectors.toMap(TemplateValue::placeholder, (it) -> it));

	/** The names of all values. */
	static final Vocabulary VOCABULARY = new Vocabulary(
			Arrays.stream(values()).map(TemplateValue::placeholder).toList(), ATTRIBUTES);

	private final String placeholder;

	TemplateValue(String placeholder) {
		this.placeholder = placeholder;
	}

	/** The name between the braces. */
	String placeholder() {
		return this.placeholder;
	}

	abstract @Nullable String of(MessageContext context, Locale language);

	/**
	 * What changes the value for the same customer and worker; null if nothing does.
	 */
	@Nullable String variation() {
		return null;
	}

	/** The value of a name from the vocabulary: a text or a boolean. */
	static @Nullable Object of(String name, MessageContext context, Locale language) {
		TemplateValue value = BY_PLACEHOLDER.get(name);
		return (value != null) ? value.of(context, language)
				: ofCustomer(context, (customer) -> customer.attributes().get(name.substring(ATTRIBUTES.length())));
	}

	private static <T> @Nullable T ofCustomer(MessageContext context, Function<CrmCustomer, @Nullable T> value) {
		CrmCustomer customer = context.customer();
		return (customer != null) ? value.apply(customer) : null;
	}

}
