package io.frontlineservice.callback;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * The answers to requests that no handler is for, alike for every callback URL. Called by
 * the controllers.
 */
final class Answers {

	private Answers() {
	}

	/** 400 without a {@code Location}, 422 with one that this callback does not have. */
	static ResponseEntity<ProblemDetail> unknownLocation(@Nullable String location, String known) {
		return (location == null || location.isBlank())
				? problem(HttpStatus.BAD_REQUEST, "The parameter Location is missing from the form.")
				: problem(HttpStatus.UNPROCESSABLE_CONTENT, "This callback answers only " + known + ".");
	}

	/** 405 that says what the URL is for. */
	static ResponseEntity<ProblemDetail> onlyPost(String callback) {
		String purpose = "This is the " + callback + " URL of a Frontline integration service: "
				+ "enter it in the Twilio Frontline console, which posts signed forms to it.";
		return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
			.allow(HttpMethod.POST)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDetail.forStatusAndDetail(HttpStatus.METHOD_NOT_ALLOWED, purpose));
	}

	private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
	}

}
