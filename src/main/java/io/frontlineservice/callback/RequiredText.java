package io.frontlineservice.callback;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that the form must have, not longer than an identity or an id may be. The
 * messages continue a sentence that begins with the name of the parameter.
 */
@NotBlank(message = "is missing from the form.")
@Size(max = RequiredText.MAX_LENGTH, message = RequiredText.TOO_LONG)
@Constraint(validatedBy = {})
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@interface RequiredText {

	/** The maximum length of an identity in Twilio, and of a customer id. */
	int MAX_LENGTH = 256;

	String TOO_LONG = "may have 256 characters at the most.";

	/** Not used: each constraint has its own message. */
	String message() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
