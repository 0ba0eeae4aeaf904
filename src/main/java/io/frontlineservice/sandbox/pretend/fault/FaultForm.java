package io.frontlineservice.sandbox.pretend.fault;

import io.frontlineservice.sandbox.pretend.wire.Form;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a {@link Fault} from a form with the parameters {@code Call}, or {@code Method}
 * and {@code Path}; {@code Times}, {@code Status}, {@code Code}, {@code Html},
 * {@code RetryAfter}, {@code DelayMillis}, {@code Done} and {@code Manner}. Called by
 * {@code Controls}.
 */
public final class FaultForm {

	private FaultForm() {
	}

	public static Fault fault(Form form) {
		Fault fault = matching(form).times(form.number("Times", 1))
			.answering(form.number("Status", 500), form.number("Code", 20500));
		String html = form.get("Html");
		String retryAfter = form.get("RetryAfter");
		fault = (html != null) ? fault.answeringHtml(form.number("Status", 500), html) : fault;
		fault = (retryAfter != null) ? fault.retryAfter(retryAfter) : fault;
		fault = fault.delayed(Duration.ofMillis(form.number("DelayMillis", 0)));
		fault = Boolean.parseBoolean(form.get("Done")) ? fault.butDone() : fault;
		return switch (Optional.ofNullable(form.get("Manner")).orElse("answer")) {
			case "answer" -> fault;
			case "late" -> fault.onlyLate(fault.delay());
			case "hang" -> fault.hanging();
			case "hang-up" -> fault.hangingUp();
			default -> throw RestException.invalid("Manner must be answer, late, hang or hang-up");
		};
	}

	private static Fault matching(Form form) {
		String call = form.get("Call");
		String path = form.get("Path");
		try {
			if (call != null) {
				return Fault.on(RestCall.valueOf(call.toUpperCase(Locale.ROOT)));
			}
			return (path != null) ? Fault.on(form.require("Method"), path) : Fault.onAnything();
		}
		catch (IllegalArgumentException ex) {
			throw RestException.invalid("Call is unknown, or Path is not a regular expression");
		}
	}

}
