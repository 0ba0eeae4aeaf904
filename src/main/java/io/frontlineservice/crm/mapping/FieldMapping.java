package io.frontlineservice.crm.mapping;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.text.BadTemplateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a CRM's record mean what. Bound at {@code frontline.crm.<name>.fields},
 * with the same keys for every adapter; each adapter completes it by its defaults: see
 * {@link #orElse}. Immutable.
 * <p>
 * Each setting is a list of fields, of which the first that has a value counts; all
 * fields of {@code worker} count. Null is a setting that is not set; an empty list says
 * that there is no such field. A name with a comma must be written as an entry of a list.
 *
 * @param customerId the fields of the unique id
 * @param displayName the fields of the whole name
 * @param firstName the fields of the first name, for customers without a whole name. With
 * a field of the last name, it is also the attribute {@code first_name}.
 * @param lastName the fields of the last name
 * @param worker the fields of the owners' identities. A text with several of them has
 * semicolons, bars or line breaks between them, or commas if all are e-mail addresses.
 * @param phone the fields of the number for SMS, the preferred one first
 * @param whatsapp the fields of the number for WhatsApp, the preferred one first
 * @param whatsappId the fields of the user id of WhatsApp, such as US.13491208655302,
 * with or without the prefix {@code whatsapp:}
 * @param chat the fields of the identity in Twilio Conversations
 * @param channels the fields that hold a list of channels, as in Twilio's sample
 * @param email the fields of the e-mail address
 * @param company the fields of the company's name
 * @param language the fields of the language
 * @param timeZone the fields of the time zone's full name, such as Europe/Berlin
 * @param avatar the fields of the picture's URL
 * @param links the fields that hold URLs, or a list of links as in Twilio's sample
 * @param details the fields of the text about the customer
 * @param updatedAt the fields of the time of the last change, with its offset
 * @param attributes fields that become attributes for templates, by the attribute's name
 * @param linkPatterns URLs with fields in double braces, by the words to tap on. A link
 * without the value of one of its fields is left out.
 * @param detailsTitle the title of the text about the customer
 * @param detailsText a text about the customer with fields in double braces. Without the
 * value of one of its fields, the fields in details are used.
 */
public record FieldMapping(@Nullable List<String> customerId, @Nullable List<String> displayName,
		@Nullable List<String> firstName, @Nullable List<String> lastName, @Nullable List<String> worker,
		@Nullable List<String> phone, @Nullable List<String> whatsapp, @Nullable List<String> whatsappId,
		@Nullable List<String> chat, @Nullable List<String> channels, @Nullable List<String> email,
		@Nullable List<String> company, @Nullable List<String> language, @Nullable List<String> timeZone,
		@Nullable List<String> avatar, @Nullable List<String> links, @Nullable List<String> details,
		@Nullable List<String> updatedAt, @Nullable Map<String, String> attributes,
		@Nullable Map<String, String> linkPatterns, @Nullable String detailsTitle, @Nullable String detailsText) {

	/** A mapping in which nothing is set. */
	public static final FieldMapping NONE = of(Map.of());

	/** Returns a mapping of these fields; what is not in the map is not set. */
	public static FieldMapping of(Map<CustomerField, List<String>> names) {
		return new FieldMapping(names.get(CustomerField.CUSTOMER_ID), names.get(CustomerField.DISPLAY_NAME),
				names.get(CustomerField.FIRST_NAME), names.get(CustomerField.LAST_NAME),
				names.get(CustomerField.WORKER), names.get(CustomerField.PHONE), names.get(CustomerField.WHATSAPP),
				names.get(CustomerField.WHATSAPP_ID), names.get(CustomerField.CHAT), names.get(CustomerField.CHANNELS),
				names.get(CustomerField.EMAIL), names.get(CustomerField.COMPANY), names.get(CustomerField.LANGUAGE),
				names.get(CustomerField.TIME_ZONE), names.get(CustomerField.AVATAR), names.get(CustomerField.LINKS),
				names.get(CustomerField.DETAILS), names.get(CustomerField.UPDATED_AT), null, null, null, null);
	}

	/** Returns the fields as they are set; null if they are not. */
	public @Nullable List<String> configured(CustomerField field) {
		return switch (field) {
			case CUSTOMER_ID -> this.customerId;
			case DISPLAY_NAME -> this.displayName;
			case FIRST_NAME -> this.firstName;
			case LAST_NAME -> this.lastName;
			case WORKER -> this.worker;
			case PHONE -> this.phone;
			case WHATSAPP -> this.whatsapp;
			case WHATSAPP_ID -> this.whatsappId;
			case CHAT -> this.chat;
			case CHANNELS -> this.channels;
			case EMAIL -> this.email;
			case COMPANY -> this.company;
			case LANGUAGE -> this.language;
			case TIME_ZONE -> this.timeZone;
			case AVATAR -> this.avatar;
			case LINKS -> this.links;
			case DETAILS -> this.details;
			case UPDATED_AT -> this.updatedAt;
		};
	}

	/** Returns the fields that are set; empty if none are. */
	public List<String> names(CustomerField field) {
		List<String> names = configured(field);
		return (names != null) ? names : List.of();
	}

	/** Returns the fields that may hold a number, those of {@code phone} first. */
	public Set<String> numberFields() {
		Set<String> fields = new LinkedHashSet<>(names(CustomerField.PHONE));
		fields.addAll(names(CustomerField.WHATSAPP));
		return fields;
	}

	/**
	 * Returns the fields that may hold an identity: of chat, or of a user of WhatsApp
	 * without a number.
	 */
	public Set<String> identityFields(Address identity) {
		Set<String> fields = new LinkedHashSet<>();
		if (identity.channel() == ChannelType.WHATSAPP) {
			fields.addAll(names(CustomerField.WHATSAPP_ID));
			fields.addAll(names(CustomerField.WHATSAPP));
		}
		else {
			fields.addAll(names(CustomerField.CHAT));
		}
		return fields;
	}

	/** Returns this mapping, with those defaults for all that is not set. */
	public FieldMapping orElse(FieldMapping defaults) {
		Map<CustomerField, List<String>> names = new EnumMap<>(CustomerField.class);
		for (CustomerField field : CustomerField.values()) {
			List<String> own = configured(field);
			List<String> chosen = (own != null) ? own : defaults.configured(field);
			if (chosen != null) {
				names.put(field, chosen);
			}
		}
		return of(names).with((this.attributes != null) ? this.attributes : defaults.attributes,
				(this.linkPatterns != null) ? this.linkPatterns : defaults.linkPatterns,
				(this.detailsTitle != null) ? this.detailsTitle : defaults.detailsTitle,
				(this.detailsText != null) ? this.detailsText : defaults.detailsText);
	}

	/** Returns the same fields with these attributes, link patterns and details. */
	public FieldMapping with(@Nullable Map<String, String> attributes, @Nullable Map<String, String> linkPatterns,
			@Nullable String detailsTitle, @Nullable String detailsText) {
		return new FieldMapping(this.customerId, this.displayName, this.firstName, this.lastName, this.worker,
				this.phone, this.whatsapp, this.whatsappId, this.chat, this.channels, this.email, this.company,
				this.language, this.timeZone, this.avatar, this.links, this.details, this.updatedAt, attributes,
				linkPatterns, detailsTitle, detailsText);
	}

	/** Returns the same mapping with a link before those that are configured. */
	public FieldMapping withLink(String words, String pattern) {
		Map<String, String> links = new LinkedHashMap<>();
		links.put(words, pattern);
		links.putAll(orEmpty(this.linkPatterns));
		return with(this.attributes, links, this.detailsTitle, this.detailsText);
	}

	/**
	 * Checks the texts with fields in them. Called by the adapter's {@code CrmVendor}.
	 * @param prefix the setting of this mapping, such as
	 * {@code frontline.crm.hubspot.fields}
	 */
	public List<Finding> findings(String prefix) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (this.detailsText != null) {
			texts.put(prefix + ".details-text", this.detailsText);
		}
		orEmpty(this.linkPatterns).forEach((words, url) -> texts.put(prefix + ".link-patterns." + words, url));
		List<Finding> findings = new ArrayList<>();
		texts.forEach((key, text) -> {
			try {
				FieldText.of(text);
			}
			catch (BadTemplateException ex) {
				findings.add(new Finding(key, "is not a text with fields in double braces: " + ex.getMessage()));
			}
		});
		return findings;
	}

	/**
	 * Returns the fields that attributes and texts use, by the key of the setting below
	 * the mapping.
	 * @throws BadTemplateException if a text is wrong: see {@link #findings}
	 */
	public Map<String, Set<String>> fieldsInTexts() {
		Map<String, Set<String>> fields = new LinkedHashMap<>();
		orEmpty(this.attributes).forEach((name, field) -> fields.put("attributes." + name, Set.of(field)));
		orEmpty(this.linkPatterns)
			.forEach((words, url) -> fields.put("link-patterns." + words, FieldText.of(url).fields()));
		if (this.detailsText != null) {
			fields.put("details-text", FieldText.of(this.detailsText).fields());
		}
		return fields;
	}

	static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
		return (map != null) ? Collections.unmodifiableMap(map) : Map.of();
	}

}
