package io.frontlineservice.twilio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of a form, decoded from the bytes of a request body alone. Created by
 * {@link FormBody}. Immutable.
 *
 * @param values the values of each name, in the order of the body
 */
record FormParameters(Map<String, List<String>> values) {

	/** The limit of parameters in a form; Twilio sends about twenty. */
	static final int MAX_PARAMETERS = 200;

	/**
	 * Parses a form.
	 * @throws MalformedFormException if a percent escape is broken, the text is not
	 * UTF-8, or there are too many parameters
	 */
	static FormParameters parse(byte[] body) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		int count = 0;
		int start = 0;
		while (start < body.length) {
			int end = indexOf(body, '&', start, body.length);
			if (end > start) {
				if (++count > MAX_PARAMETERS) {
					throw new MalformedFormException("The form has more than " + MAX_PARAMETERS + " parameters.");
				}
				int equals = indexOf(body, '=', start, end);
				String value = (equals < end) ? decode(body, equals + 1, end) : "";
				values.computeIfAbsent(decode(body, start, equals), (name) -> new ArrayList<>(1)).add(value);
			}
			start = end + 1;
		}
		return new FormParameters(values);
	}

	static FormParameters of(Map<String, String> values) {
		Map<String, List<String>> lists = new LinkedHashMap<>();
		values.forEach((name, value) -> lists.put(name, List.of(value)));
		return new FormParameters(lists);
	}

	/**
	 * Returns the text that Twilio signs: the names in order, each followed by its value;
	 * the values of a repeated name in order, each once.
	 */
	String signedText() {
		StringBuilder text = new StringBuilder();
		new TreeMap<>(this.values).forEach((name, values) -> {
			for (String value : (values.size() == 1) ? values : new TreeSet<>(values)) {
				text.append(name).append(value);
			}
		});
		return text.toString();
	}

	private static int indexOf(byte[] body, char wanted, int start, int end) {
		for (int i = start; i < end; i++) {
			if (body[i] == wanted) {
				return i;
			}
		}
		return end;
	}

	private static String decode(byte[] body, int start, int end) {
		byte[] decoded = new byte[end - start];
		int length = 0;
		for (int i = start; i < end; i++) {
			if (body[i] == '%') {
				decoded[length++] = escaped(body, i, end);
				i += 2;
			}
			else {
				decoded[length++] = (body[i] == '+') ? (byte) ' ' : body[i];
			}
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded, 0, length)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MalformedFormException("The form is not UTF-8.");
		}
	}

	private static byte escaped(byte[] body, int percent, int end) {
		int high = (percent + 2 < end) ? Character.digit(body[percent + 1], 16) : -1;
		int low = (percent + 2 < end) ? Character.digit(body[percent + 2], 16) : -1;
		if (high < 0 || low < 0) {
			throw new MalformedFormException("The form has a broken percent escape.");
		}
		return (byte) ((high << 4) | low);
	}

	/** A body is not a form. The message quotes nothing of it and may be shown. */
	static final class MalformedFormException extends RuntimeException {

		MalformedFormException(String message) {
			super(message, null, false, false);
		}

	}

}
