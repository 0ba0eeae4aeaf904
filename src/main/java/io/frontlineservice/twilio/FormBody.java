package io.frontlineservice.twilio;

import io.frontlineservice.server.RequestBodyFilter;
import io.frontlineservice.twilio.FormParameters.MalformedFormException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The body of a request that posts a form. Read by {@link SignatureFilter}. */
final class FormBody {

	static final int MAX_BYTES = RequestBodyFilter.LARGEST;

	private final byte[] bytes;

	private final FormParameters parameters;

	private FormBody(byte[] bytes, FormParameters parameters) {
		this.bytes = bytes;
		this.parameters = parameters;
	}

	/**
	 * Reads the body of a request.
	 * @throws ErrorResponseException if it is not a form, too large or malformed
	 */
	static FormBody read(HttpServletRequest request) throws IOException {
		if (!isForm(request.getContentType()) || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
			throw error(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
					"Frontline sends its callbacks as application/x-www-form-urlencoded, uncompressed. JSON was the "
							+ "callbacks' version 1, which Twilio ended in 2022.");
		}
		byte[] bytes = readBytes(request);
		try {
			return new FormBody(bytes, FormParameters.parse(bytes));
		}
		catch (MalformedFormException ex) {
			throw error(HttpStatus.BAD_REQUEST, ex.getMessage());
		}
	}

	/** Returns the body as received; not a copy. */
	byte[] bytes() {
		return this.bytes;
	}

	FormParameters parameters() {
		return this.parameters;
	}

	private static boolean isForm(@Nullable String contentType) {
		try {
			return contentType != null && MediaType.parseMediaType(contentType)
				.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private static byte[] readBytes(HttpServletRequest request) throws IOException {
		if (request.getContentLengthLong() <= MAX_BYTES) {
			byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
			if (bytes.length <= MAX_BYTES) {
				return bytes;
			}
		}
		throw error(HttpStatus.CONTENT_TOO_LARGE, "The form is larger than 256 KB.");
	}

	private static ErrorResponseException error(HttpStatus status, @Nullable String detail) {
		return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
	}

}
