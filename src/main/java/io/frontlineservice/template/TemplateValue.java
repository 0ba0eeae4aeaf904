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
 * The values that a message can have, beside the customer's attributes. Each is null
 * where there is none, which leaves the message out.
 */
enum TemplateValue {

	/** The name of the customer. */
	NAME("Name") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return ofCustomer(context, PersonName::of);
		}
	},

	/** The name to call the customer by. */
	FIRST_NAME("FirstName") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return ofCustomer(context, PersonName::firstNameOf);
		}
	},

	/** The name of the worker who writes. */
	AUTHOR("Author") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return context.worker().name();
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

	/** The date where the customer is. */
	TODAY("Today") {
		@Override
		String of(MessageContext context, Locale language) {
			// Britons and Americans write dates differently, in the same language.
			boolean same = context.language().getLanguage().equals(language.getLanguage());
			return context.now()
				.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
					.withLocale(same ? context.language() : language));
		}
	},

	/** A greeting for the time of day where the customer is. */
	GREETING("Greeting") {
		@Override
		@Nullable String of(MessageContext context, Locale language) {
			return Greetings.in(language, context.now().toLocalTime());
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

	/** The value of that name, which is in the vocabulary: a text or a boolean. */
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
