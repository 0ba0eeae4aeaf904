package io.frontlineservice.consent.optout;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How an opt-out or opt-in was learned. Its codes are stored. */
enum OptOutSource {

	/** The person sent a keyword. */
	KEYWORD("keyword"),

	/** Twilio refused an SMS because the person opted out. */
	ERROR_21610("21610"),

	/** WhatsApp refused a message because the person blocked the sender. */
	ERROR_63014("63014"),

	/** The person wrote again, which ends a block. */
	WROTE_AGAIN("wrote-again"),

	/** An operator entered it. */
	OPERATOR("operator");

	private final String code;

	OptOutSource(String code) {
		this.code = code;
	}

	/** Returns the code in the store and in exports. */
	@JsonValue
	String code() {
		return this.code;
	}

	static OptOutSource ofCode(String code) {
		return Arrays.stream(values())
			.filter((source) -> source.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown source of an opt-out"));
	}

}
