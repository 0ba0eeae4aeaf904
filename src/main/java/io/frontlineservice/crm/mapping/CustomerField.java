package io.frontlineservice.crm.mapping;

import java.util.Locale;

/**
 * What a field of a {@link CrmRecord} can be for a customer. A {@link FieldMapping} says
 * which fields are what.
 */
public enum CustomerField {

	/** The unique id. */
	CUSTOMER_ID,

	/** The whole name. */
	DISPLAY_NAME,

	/** The first name. */
	FIRST_NAME,

	/** The last name. */
	LAST_NAME,

	/** The identity of the worker who owns the customer. */
	WORKER,

	/** A number for SMS. */
	PHONE,

	/** A number for WhatsApp, or a user id. */
	WHATSAPP,

	/** A user id of WhatsApp, for a customer without a number there. */
	WHATSAPP_ID,

	/** An identity in Twilio Conversations. */
	CHAT,

	/** A list of objects with a {@code type} and a {@code value}. */
	CHANNELS,

	/** An e-mail address. */
	EMAIL,

	/** The company. */
	COMPANY,

	/** The language. */
	LANGUAGE,

	/** The time zone. */
	TIME_ZONE,

	/** The URL of a picture. */
	AVATAR,

	/**
	 * A list of URLs, or of objects with a {@code type}, a {@code value} and a
	 * {@code display_name}.
	 */
	LINKS,

	/** A text, or an object with a {@code title} and a {@code content}. */
	DETAILS,

	/** The time of the last change. */
	UPDATED_AT;

	/** The name of the setting below {@code frontline.crm.<name>.fields}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
